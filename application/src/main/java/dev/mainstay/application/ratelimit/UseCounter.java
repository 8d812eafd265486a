package dev.mainstay.application.ratelimit;

import dev.mainstay.application.ratelimit.RateLimiter.Verdict;
import dev.mainstay.application.ratelimit.RateLimiter.WindowState;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The uses of one action by one subject, in each window. Guarded by its owner's lock. */
final class UseCounter {

    private final Map<Duration, Uses> windows = new HashMap<>();
    private Instant forgottenAt = Instant.MAX;

    private record Uses(int count, Instant resetsAt) {}

    static UseCounter seeded(Map<Window, Integer> seeds, Instant now) {
        var counter = new UseCounter();
        seeds.forEach((window, used) -> {
            if (used > 0) {
                counter.windows.put(window.length(), new Uses(used, now.plus(window.length())));
            }
        });
        return counter;
    }

    /** Counts a use in every window, or in none if one is full. */
    Verdict take(RatePolicy policy, Instant now) {
        boolean allowed =
                policy.windows().stream().allMatch(window -> uses(window, now).count() < window.limit());
        var longest = Duration.ZERO;
        for (Window window : policy.windows()) {
            if (allowed) {
                Uses uses = uses(window, now);
                windows.put(window.length(), new Uses(uses.count() + 1, uses.resetsAt()));
            }
            longest = window.length().compareTo(longest) > 0 ? window.length() : longest;
        }
        forgottenAt = now.plus(longest.multipliedBy(2));
        return new Verdict(
                allowed,
                policy.windows().stream().map(window -> state(window, now)).toList());
    }

    /**
     * Nobody used it for twice its longest window. Once, and a counter that has merely run out would look like one that was lost,
     * and be seeded with the uses of the window before.
     */
    boolean isForgotten(Instant now) {
        return !now.isBefore(forgottenAt);
    }

    private WindowState state(Window window, Instant now) {
        Uses uses = uses(window, now);
        return new WindowState(
                window, Math.max(0, window.limit() - uses.count()), Duration.between(now, uses.resetsAt()));
    }

    private Uses uses(Window window, Instant now) {
        Uses uses = windows.get(window.length());
        return uses != null && now.isBefore(uses.resetsAt()) ? uses : new Uses(0, now.plus(window.length()));
    }
}
