package dev.mainstay.domain.refusal;

/** The caller did not prove who they are: no token, a wrong one, or wrong credentials. */
public final class NotAuthenticated extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotAuthenticated(String code, String message) {
        super(code, message);
    }
}
