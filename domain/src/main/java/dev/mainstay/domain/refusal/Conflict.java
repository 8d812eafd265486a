package dev.mainstay.domain.refusal;

/** The request contradicts what is already stored, such as a second running focus session. */
public final class Conflict extends Refusal {

    private static final long serialVersionUID = 1L;

    public Conflict(String code, String message) {
        super(code, message);
    }
}
