package dev.mainstay.redis.coherence;

import java.util.Locale;

/** This instance may not serve hits, or not fence, although Redis answers. Never leaves this module: readers load, writers are cut off. */
final class Untrusted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The closed list of reasons, as they stand in {@code Cache-Status} and in metrics. */
    enum Reason {
        /** PostgreSQL has not answered the trust query within the last trust lease. */
        NO_TRUST,
        /** Some instance commits without fences. */
        DISTRUST,
        /** Redis has forgotten, and transactions that fenced before may still be open. */
        QUARANTINE,
        /** Nobody has put a life of Redis in force yet, or Redis has lost the marker of the one that is. */
        NO_INCARNATION;

        /** In one lowercase word. */
        String detail() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    Untrusted(Reason reason) {
        super(reason.detail(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
