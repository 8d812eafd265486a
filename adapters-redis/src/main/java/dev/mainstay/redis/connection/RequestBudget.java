package dev.mainstay.redis.connection;

import dev.mainstay.application.patience.Patience;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long the request may still wait for Redis, all its steps on all its threads together ({@link Patience}). Where there is no request, as
 * in jobs, the thread counts; what it has waited is forgiven at a tenth of the time that passes.
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

    private final AtomicLong longest = new AtomicLong();
    private final long step;
    private final long request;

    RequestBudget(Duration step, Duration request) {
        this.step = step.toNanos();
        this.request = request.toNanos();
    }

    /**
     * Nanoseconds that the next step may take, zero or less for none. Half of the whole is kept for fences, and a fence may take all that is
     * left: without it, no instance may use its cache for a while.
     */
    long next(Purpose purpose) {
        long left = request
                - Patience.current()
                        .map(Patience::spentNanos)
                        .orElseGet(() -> SPENT.get().now());
        return purpose == Purpose.FENCE ? left : Math.min(step, left - request / 2);
    }

    /** Whether this is as long as a step may take. */
    boolean isStep(long nanos) {
        return nanos >= step;
    }

    void spend(long nanos) {
        if (nanos > NORMAL) {
            Patience.current()
                    .map(patience -> patience.spend(nanos))
                    .ifPresentOrElse(sum -> longest.accumulateAndGet(sum, Math::max), () -> SPENT.get().nanos += nanos);
        }
    }

    /** A wait of a request that kept no thread; it is the request's own to add to what else it waits. */
    void waited(long nanos) {
        if (nanos > NORMAL) {
            longest.accumulateAndGet(nanos, Math::max);
        }
    }

    /** The longest that any request has waited, in seconds. */
    double longestSeconds() {
        return longest.get() / 1e9;
    }

    /** What a step is for. */
    enum Purpose {
        FENCE,
        OTHER
    }
}
