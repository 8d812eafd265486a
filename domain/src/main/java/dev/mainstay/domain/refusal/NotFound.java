package dev.mainstay.domain.refusal;

/** There is no such thing, or it belongs to somebody else: the two are not told apart. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotFound(String code, String message) {
        super(code, message);
    }
}
