package dev.mainstay.bootstrap.jobs;

import java.time.Duration;

/**
 * Something to do again and again, once in a period however many instances there are (G15); a feature's factory makes it a bean.
 *
 * @param name of its lock and in the log: lowercase words joined by {@code -}
 * @param every how long from one start to the next
 * @param work may throw: that is logged, and it is tried again a period later
 */
public record PeriodicJob(String name, Duration every, Runnable work) {}
