package dev.mainstay.redis.connection;

import java.util.Locale;

/**
 * Redis could not be asked, did not answer in time, answered with an error, or may not be believed. Never leaves this module: every
 * adapter has a fallback.
 */
public final class RedisUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The closed list of reasons, as they stand in {@code Cache-Status} and in metrics. */
    public enum Reason {
        /** The circuit breaker is open: Redis is known to be away or hung. */
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
        INTERRUPTED,
        /** The connection leads to another life of Redis than the one that PostgreSQL has put in force. */
        OTHER_LIFE;

        /** In one lowercase word. */
        public String detail() {
            return "redis_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    public RedisUnavailable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
