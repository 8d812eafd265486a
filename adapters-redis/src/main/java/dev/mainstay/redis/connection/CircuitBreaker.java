package dev.mainstay.redis.connection;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps requests from waiting for a Redis that does not answer (G8). It starts open, opens after a few failures in a row, and
 * closes only by a probe from the background: no user's request is ever the guinea pig.
 */
final class CircuitBreaker {

    private static final Logger log = LoggerFactory.getLogger(CircuitBreaker.class);

    enum State {
        /** Everything passes. */
        CLOSED(0),
        /** Redis answers and is being repaired: fences pass, reads do not. */
        HALF_OPEN(1),
        /** Nothing passes. */
        OPEN(2);

        private final int gauge;

        State(int gauge) {
            this.gauge = gauge;
        }
    }

    private final int tolerated;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final AtomicInteger failuresInARow = new AtomicInteger();

    /** @param tolerated the failure in a row that opens it */
    CircuitBreaker(int tolerated) {
        this.tolerated = tolerated;
    }

    State state() {
        return state.get();
    }

    /** The state as a number for metrics: 0 is well. */
    int gauge() {
        return state.get().gauge;
    }

    boolean isClosed() {
        return state.get() == State.CLOSED;
    }

    void succeeded() {
        if (failuresInARow.get() != 0) {
            failuresInARow.set(0);
        }
    }

    void failed(String why) {
        if (failuresInARow.incrementAndGet() >= tolerated) {
            open(why);
        }
    }

    void open(String why) {
        if (state.getAndSet(State.OPEN) == State.CLOSED) {
            log.warn("redis_breaker_opened reason={}", why);
        }
    }

    /** Opens it without a word: the instance ends. */
    void shutDown() {
        state.set(State.OPEN);
    }

    /** A probe was answered; what is to be repaired is repaired before {@link #close}. */
    void halfOpen() {
        state.compareAndSet(State.OPEN, State.HALF_OPEN);
    }

    /** Closes it, unless somebody opened it since {@link #halfOpen}: then there is something new to repair. */
    boolean close() {
        failuresInARow.set(0);
        boolean closed = state.compareAndSet(State.HALF_OPEN, State.CLOSED);
        if (closed) {
            log.info("redis_breaker_closed");
        }
        return closed;
    }
}
