package dev.mainstay.domain.refusal;

import java.time.Duration;

/** Something the request needs is away for the moment; nothing is known to have been stored. */
public final class Unavailable extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Unavailable(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
