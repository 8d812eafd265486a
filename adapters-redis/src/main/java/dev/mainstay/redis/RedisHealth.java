package dev.mainstay.redis;

/** How Redis does, for the health endpoint (G13): never a reason not to be ready. */
@FunctionalInterface
public interface RedisHealth {

    /** Sends a {@code PING} and waits for it no longer than one step's budget. Never throws. */
    Status ping();

    /** The closed list of answers. */
    enum Status {
        /** Configured, and answers. */
        UP,
        /** Configured, and does not answer, or its circuit breaker is not closed yet: reads bypass it. */
        DEGRADED,
        /** Not configured. */
        ABSENT
    }
}
