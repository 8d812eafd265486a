package dev.mainstay.redis.connection;

import java.util.Locale;

/** Redis could not be asked, did not answer in time or answered with an error. Never leaves this module: every adapter has a fallback. */
public final class RedisUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The closed list of reasons, as they stand in {@code Cache-Status} and in metrics. */
    public enum Reason {
        /** The circuit breaker is not closed: Redis is known to be away, hung or not yet repaired. */
        OPEN,
        /** The connection broke. */
        DISCONNECTED,
        /** No answer within the step's budget. */
        TIMEOUT,
        /** This request has waited for Redis long enough. */
        BUDGET,
        /** Redis answered with an error. */
        ERROR,
        /** The waiting thread was interrupted. */
        INTERRUPTED;

        /** In one lowercase word. */
        public String detail() {
            return "redis_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    RedisUnavailable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
