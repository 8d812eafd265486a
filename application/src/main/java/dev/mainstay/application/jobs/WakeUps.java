package dev.mainstay.application.jobs;

import java.time.Duration;

/**
 * A signal: tells the workers of a queue that its PostgreSQL table has a new row (G16).
 *
 * <p>Fallback: without Redis a wake-up reaches the workers of its own instance; others find the row when they next poll.
 */
public interface WakeUps {

    /** Never blocks for longer than the Redis budget and never throws. */
    void wake(String queue);

    /** Waits for a wake-up, or for the longest time; it may return early for no reason. */
    void await(String queue, Duration longest) throws InterruptedException;
}
