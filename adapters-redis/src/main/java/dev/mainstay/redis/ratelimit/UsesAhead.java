package dev.mainstay.redis.ratelimit;

import dev.mainstay.application.memo.Memo;
import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateLimiter.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Uses that Redis has counted before they happen, so that not each of them has to ask. They are good until the first of their windows ends; what
 * is left of them then was never used, nor is what is forgotten.
 */
final class UsesAhead {

    private static final int MOST_SUBJECTS = 32_768;

    private final Memo<String, Ahead> known = new Memo<>(MOST_SUBJECTS);

    /**
     * @param left how many are left
     * @param windows as they stand when all of them are used
     * @param at when they stood so, by {@link System#nanoTime}
     * @param end of the first window, by the same
     */
    private record Ahead(AtomicInteger left, List<WindowState> windows, long at, long end) {

        Optional<Verdict> use(long now) {
            if (now - end >= 0) {
                return Optional.empty();
            }
            int before = left.getAndUpdate(count -> Math.max(0, count - 1));
            return before == 0 ? Optional.empty() : Optional.of(verdict(windows, before - 1, now - at));
        }

        Ahead plus(Ahead older) {
            int rest = at - older.end < 0 ? older.left.getAndSet(0) : 0;
            return new Ahead(new AtomicInteger(left.get() + rest), windows, at, end);
        }
    }

    /** One of the uses that are left, if any is. */
    Optional<Verdict> use(String key) {
        return known.find(key).flatMap(ahead -> ahead.use(System.nanoTime()));
    }

    /**
     * Keeps what was counted beyond the present use, whose verdict it returns.
     *
     * @param counted uses, the present one among them; one at least
     * @param windows as they stand when all of them are used
     */
    Verdict keep(String key, int counted, List<WindowState> windows) {
        long now = System.nanoTime();
        if (counted > 1) {
            long end = now
                    + windows.stream()
                            .mapToLong(window -> window.resetsIn().toNanos())
                            .min()
                            .orElse(0);
            var fresh = new Ahead(new AtomicInteger(counted - 1), windows, now, end);
            synchronized (known) {
                // Else of two that come at once, the uses of one would be lost.
                known.remember(key, known.find(key).map(fresh::plus).orElse(fresh));
            }
        }
        return verdict(windows, counted - 1, 0);
    }

    private static Verdict verdict(List<WindowState> windows, int left, long since) {
        var states = new ArrayList<WindowState>(windows.size());
        for (WindowState state : windows) {
            states.add(new WindowState(
                    state.window(), state.remaining() + left, state.resetsIn().minusNanos(since)));
        }
        return new Verdict(true, states);
    }
}
