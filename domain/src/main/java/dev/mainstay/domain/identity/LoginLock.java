package dev.mainstay.domain.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * How long logins for one address are refused after so many failures in a row (U7): five are free, then half a minute that doubles with each
 * further one, never longer than {@link #LONGEST}. Attempts while locked are not counted, so nobody can keep another out
 * without a pause; and a password reset by mail opens the lock at once.
 */
public final class LoginLock {

    public static final int FREE_FAILURES = 5;
    public static final Duration LONGEST = Duration.ofMinutes(15);
    /** Failures are forgotten after so long without another. */
    public static final Duration MEMORY = Duration.ofHours(24);

    private static final Duration FIRST = Duration.ofSeconds(30);

    private LoginLock() {}

    /**
     * How long the lock lasts.
     *
     * @param failures in a row, this one included
     * @return empty while failures are free
     */
    public static Optional<Duration> after(int failures) {
        if (failures < FREE_FAILURES) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - FREE_FAILURES, 10);
        Duration grown = FIRST.multipliedBy(1L << doublings);
        return Optional.of(grown.compareTo(LONGEST) > 0 ? LONGEST : grown);
    }
}
