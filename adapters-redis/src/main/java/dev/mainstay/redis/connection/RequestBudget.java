package dev.mainstay.redis.connection;

import java.time.Duration;

/**
 * How long the request on this thread may still wait for Redis, all its steps together. A request has a thread of its own while it
 * works; what its thread has waited is forgiven at a tenth of the time that passes, for threads that serve one request after another.
 */
final class RequestBudget {

    /** An answer within this is what a healthy Redis gives, and is not counted: a job may ask a thousand times. */
    private static final long NORMAL = Duration.ofMillis(2).toNanos();

    private static final int FORGIVEN_SHARE = 10;
    private static final ThreadLocal<Spent> SPENT = ThreadLocal.withInitial(Spent::new);

    private static final class Spent {
        private long nanos;
        private long since = System.nanoTime();

        long now() {
            long present = System.nanoTime();
            nanos = Math.max(0, nanos - (present - since) / FORGIVEN_SHARE);
            since = present;
            return nanos;
        }
    }

    private final long step;
    private final long request;

    RequestBudget(Duration step, Duration request) {
        this.step = step.toNanos();
        this.request = request.toNanos();
    }

    /** Nanoseconds that the next step may take, zero or less for none; half of the whole is kept for fences. */
    long next(Purpose purpose) {
        long left = request - SPENT.get().now();
        return Math.min(step, purpose == Purpose.FENCE ? left : left - request / 2);
    }

    void spend(long nanos) {
        if (nanos > NORMAL) {
            SPENT.get().nanos += nanos;
        }
    }

    /** What a step is for. */
    enum Purpose {
        FENCE,
        OTHER
    }
}
