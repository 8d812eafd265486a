package dev.mainstay.bootstrap.coherence.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/** Which faults are in force, and which were a moment ago. Each has a bit; no bit is calm. */
public final class Weather {

    private final List<String> names;
    private final AtomicIntegerArray strikes;
    private final AtomicLongArray begins;
    private final AtomicLongArray ends;

    /**
     * Calm.
     *
     * @param names of all faults there may be, at most 60
     */
    public Weather(List<String> names) {
        this.names = List.copyOf(names);
        this.strikes = new AtomicIntegerArray(names.size());
        this.begins = new AtomicLongArray(names.size());
        this.ends = new AtomicLongArray(names.size());
    }

    public List<String> names() {
        return names;
    }

    public void begin(String name) {
        int fault = names.indexOf(name);
        begins.set(fault, System.nanoTime());
        ends.set(fault, Long.MAX_VALUE);
        strikes.incrementAndGet(fault);
    }

    public void end(String name) {
        ends.set(names.indexOf(name), System.nanoTime());
    }

    /** How often it has struck. */
    public int strikes(String name) {
        return strikes.get(names.indexOf(name));
    }

    /** The bits of the faults that were in force at any time between. */
    public long between(long begin, long end) {
        long mask = 0;
        for (int fault = 0; fault < names.size(); fault++) {
            if (strikes.get(fault) > 0
                    && begins.get(fault) - end <= 0
                    && (ends.get(fault) == Long.MAX_VALUE || ends.get(fault) - begin >= 0)) {
                mask |= 1L << fault;
            }
        }
        return mask;
    }

    /** The names of the faults of a mask; "calm" of none. */
    public String name(long mask) {
        if (mask == 0) {
            return "calm";
        }
        var text = new StringBuilder();
        for (int fault = 0; fault < names.size(); fault++) {
            if ((mask & 1L << fault) != 0) {
                text.append(text.isEmpty() ? "" : " + ").append(names.get(fault));
            }
        }
        return text.toString();
    }
}
