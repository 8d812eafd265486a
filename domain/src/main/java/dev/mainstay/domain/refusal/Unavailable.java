package dev.mainstay.domain.refusal;

import java.time.Duration;

/** Something the request needs is away for the moment; nothing is known to have been stored. */
public final class Unavailable extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final String DATABASE_AWAY = "database_unavailable";

    private final Duration retryAfter;

    public Unavailable(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    /** The store of facts cannot be reached, or the connection to it broke before anything was committed. */
    public static Unavailable databaseAway() {
        return new Unavailable(DATABASE_AWAY, "The database is away; nothing was stored.", Duration.ofSeconds(2));
    }

    /** Whether it is the store of facts that is away; not if it merely is slow, or its answer to a commit was lost. */
    public boolean isDatabaseAway() {
        return code().equals(DATABASE_AWAY);
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
