package dev.mainstay.redis.connection;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps requests from waiting for a Redis that does not answer (G8). It starts open, opens after a few failures in a row, and
 * closes only by a probe from the background: no user's request is ever the guinea pig.
 */
final class CircuitBreaker {

    private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);

    private final int tolerated;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicInteger failuresInARow = new AtomicInteger();
    private volatile long answered = System.nanoTime();

    /** @param tolerated the failure in a row that opens it */
    CircuitBreaker(int tolerated) {
        this.tolerated = tolerated;
    }

    /** Whether requests may ask Redis. */
    boolean isClosed() {
        return closed.get();
    }

    /** The state as a number for metrics: 0 closed, 1 open. */
    int gauge() {
        return isClosed() ? 0 : 1;
    }

    /** An answer came. */
    void succeeded() {
        answered = System.nanoTime();
        if (failuresInARow.get() != 0) {
            failuresInARow.set(0);
        }
    }

    /**
     * No answer came in time. That speaks against Redis only if it has answered nothing else either: where answers come, but late, there is
     * more to do than can be done, and without Redis there would be more still.
     *
     * @param asked when, by {@link System#nanoTime}
     */
    void timedOut(long asked) {
        if (answered - asked <= 0) {
            failed("timeout");
        }
    }

    void failed(String why) {
        if (failuresInARow.incrementAndGet() >= tolerated) {
            open(why);
        }
    }

    void open(String why) {
        if (closed.getAndSet(false)) {
            log.warn("redis_breaker_opened reason={}", why);
        }
    }

    /** Opens it without a word: the instance ends. */
    void shutDown() {
        closed.set(false);
    }

    /** A probe was answered in time. */
    void close() {
        failuresInARow.set(0);
        if (!closed.getAndSet(true)) {
            log.info("redis_breaker_closed");
        }
    }
}
