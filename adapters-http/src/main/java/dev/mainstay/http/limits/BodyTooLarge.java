package dev.mainstay.http.limits;

/** The body is larger than the operation takes (413). */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limit) {
        super("The body may have at most " + limit + " bytes.", null, false, false);
    }
}
