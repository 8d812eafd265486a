package dev.mainstay.redis.coherence;

import java.time.Duration;

/**
 * Twice as long between one proposal and the next: two instances that are led to different servers would else depose each other's
 * without end, each time at the price of a quarantine.
 */
final class ProposalPause {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Duration shortest;
    private Duration pause = Duration.ZERO;
    private long last;

    ProposalPause(Duration shortest) {
        this.shortest = shortest;
    }

    synchronized boolean isOver(long now) {
        return now - last >= pause.toNanos();
    }

    synchronized void proposed(long now) {
        if (now - last > FORGOTTEN_AFTER.toNanos()) {
            pause = Duration.ZERO;
        }
        pause = pause.isZero() ? shortest : min(pause.multipliedBy(2), LONGEST);
        last = now;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
