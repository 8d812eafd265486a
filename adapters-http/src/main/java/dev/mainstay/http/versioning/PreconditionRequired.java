package dev.mainstay.http.versioning;

/** The request must say which version it changes (RFC 6585, 428). */
public final class PreconditionRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PreconditionRequired() {
        super("Send If-Match with the ETag of the version you have read.", null, false, false);
    }
}
