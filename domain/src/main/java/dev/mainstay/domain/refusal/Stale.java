package dev.mainstay.domain.refusal;

/** Somebody changed the thing since the caller read it; read it again and repeat. */
public final class Stale extends Refusal {

    private static final long serialVersionUID = 1L;

    public Stale(String code, String message) {
        super(code, message);
    }
}
