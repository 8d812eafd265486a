package dev.mainstay.http.limits;

/** The body does not end as it says (400): a chunk size that is none, or the like. */
public final class BodyBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyBroken() {
        super("The body is not framed as HTTP wants it: look at the sizes of its chunks.", null, false, false);
    }
}
