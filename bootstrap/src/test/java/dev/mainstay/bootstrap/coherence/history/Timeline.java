package dev.mainstay.bootstrap.coherence.history;

import java.util.Arrays;

/**
 * A number that only grows, over time: from some moment on it was at least so large. Moments may be entered late, and long past ones
 * be forgotten. Not safe for use by several threads.
 */
final class Timeline {

    /** What a question about the time before anything was entered is answered with. */
    static final long NOTHING = Long.MIN_VALUE;

    private long[] moments = new long[16];
    private long[] values = new long[16];
    private int size;
    private boolean forgot;

    /** From the moment on, the number was at least the value; says whether that was news. */
    boolean raise(long moment, long value) {
        int at = after(moment);
        if (at > 0 && values[at - 1] >= value) {
            return false;
        }
        int end = at;
        while (end < size && values[end] <= value) {
            end++;
        }
        replace(at, end, moment, value);
        return true;
    }

    private void replace(int from, int to, long moment, long value) {
        if (from == to && size == moments.length) {
            moments = Arrays.copyOf(moments, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(moments, to, moments, from + 1, size - to);
        System.arraycopy(values, to, values, from + 1, size - to);
        moments[from] = moment;
        values[from] = value;
        size += 1 - (to - from);
    }

    /** What was certain before the moment, that moment left out; {@link #NOTHING} if it is forgotten. */
    long before(long moment) {
        int at = after(moment - 1);
        return at == 0 ? NOTHING : values[at - 1];
    }

    /** What was reached up to the moment, that moment included; without bound if it is forgotten. */
    long upTo(long moment) {
        int at = after(moment);
        if (at == 0) {
            return forgot ? Long.MAX_VALUE : NOTHING;
        }
        return values[at - 1];
    }

    /** Since when the number was certainly larger than the value; {@link #NOTHING} if it is not. May be too late if that is forgotten. */
    long above(long value) {
        for (int at = 0; at < size; at++) {
            if (values[at] > value) {
                return moments[at];
            }
        }
        return NOTHING;
    }

    /** How many entries are not later than the moment. */
    private int after(long moment) {
        int at = size;
        while (at > 0 && moments[at - 1] - moment > 0) {
            at--;
        }
        return at;
    }

    /** Forgets what was before the moment, but for what held then. */
    void forgetBefore(long moment) {
        int gone = after(moment) - 1;
        if (gone > 0) {
            System.arraycopy(moments, gone, moments, 0, size - gone);
            System.arraycopy(values, gone, values, 0, size - gone);
            size -= gone;
            forgot = true;
        }
    }

    int entries() {
        return size;
    }
}
