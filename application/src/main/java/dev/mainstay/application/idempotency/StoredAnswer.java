package dev.mainstay.application.idempotency;

import java.util.Map;

/**
 * An answer as the client got it, to be given again.
 *
 * @param body JSON; empty when the answer has none
 * @param headers those that belong to the answer, such as {@code Location} and {@code ETag}
 */
public record StoredAnswer(int status, String body, Map<String, String> headers) {
    public StoredAnswer {
        headers = Map.copyOf(headers);
    }
}
