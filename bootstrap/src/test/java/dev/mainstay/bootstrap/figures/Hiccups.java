package dev.mainstay.bootstrap.figures;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * How much later than asked a thread that has nothing to do wakes up: what the machine, busy with other things, adds to any wait. A bound on
 * waits grants the longest on top, for nobody could have met it.
 */
final class Hiccups implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private final AtomicLong longest = new AtomicLong();
    private final Thread sleeper = Thread.ofVirtual().name("hiccups").start(this::watch);

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            long begin = System.nanoTime();
            LockSupport.parkNanos(PAUSE);
            long late = System.nanoTime() - begin - PAUSE;
            longest.accumulateAndGet(late, Math::max);
        }
    }

    /** The longest so far. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        sleeper.interrupt();
    }
}
