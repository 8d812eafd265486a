package dev.mainstay.redis.connection;

import java.util.Locale;
import java.util.concurrent.CompletionException;

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

        private final String detail = "redis_" + name().toLowerCase(Locale.ROOT);

        /** In one lowercase word. */
        public String detail() {
            return detail;
        }
    }

    private final Reason reason;

    public RedisUnavailable(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /**
     * Why the answer that was asked for without waiting did not come.
     *
     * @throws CompletionException with the failure, if it was none of Redis's
     */
    public static Reason reasonOf(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof RedisUnavailable unavailable) {
            return unavailable.reason();
        }
        throw new CompletionException(cause);
    }

    public Reason reason() {
        return reason;
    }
}
