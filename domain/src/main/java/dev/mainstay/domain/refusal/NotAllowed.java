package dev.mainstay.domain.refusal;

/** The caller is known, and may not do this. */
public final class NotAllowed extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String code, String message) {
        super(code, message);
    }
}
