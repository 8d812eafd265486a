package dev.mainstay.bootstrap.coherence.servers;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** What one direction of a link does to bytes: lets them pass, makes them late, or holds them until it is opened again. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private volatile boolean shut;
    private volatile long delayNanos;
    private volatile long jitterNanos;

    void shut() {
        shut = true;
    }

    void open() {
        lock.lock();
        try {
            shut = false;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void delay(Duration delay, Duration jitter) {
        jitterNanos = jitter.toNanos();
        delayNanos = delay.toNanos();
    }

    /** Returns when the bytes may go on. */
    void pass() throws InterruptedException {
        long wait =
                delayNanos + (jitterNanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(jitterNanos));
        if (wait > 0) {
            LockSupport.parkNanos(wait);
        }
        if (shut) {
            awaitOpening();
        }
    }

    private void awaitOpening() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (shut) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
