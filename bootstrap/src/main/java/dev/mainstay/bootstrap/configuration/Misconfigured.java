package dev.mainstay.bootstrap.configuration;

/** The application cannot start as it is configured; the message is one sentence that says what to change. */
public final class Misconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Misconfigured(String sentence) {
        super(sentence);
    }

    public Misconfigured(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
