package dev.mainstay.domain.refusal;

/**
 * A request that the rules forbid. It carries a stable {@link #code()} for programs and a message that tells a person what
 * to do; it has no stack trace, for nothing is broken. Infrastructure failures are never refusals, except
 * {@link Unavailable}, which says "not now".
 */
public abstract sealed class Refusal extends RuntimeException
        permits Conflict, Invalid, NotAllowed, NotAuthenticated, NotFound, QuotaExceeded, Stale, Unavailable {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refusal(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A stable snake_case word that clients may switch on. */
    public final String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return java.util.Objects.requireNonNull(super.getMessage());
    }
}
