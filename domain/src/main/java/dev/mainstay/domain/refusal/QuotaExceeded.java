package dev.mainstay.domain.refusal;

import java.time.Duration;

/** Too much in too short a time; {@link #retryAfter()} says when it will be allowed again. */
public final class QuotaExceeded extends Refusal {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public QuotaExceeded(String code, String message, Duration retryAfter) {
        super(code, message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
