package dev.mainstay.application.idempotency;

import dev.mainstay.domain.identity.UserId;

/**
 * A client's name for one intended effect (draft-ietf-httpapi-idempotency-key-header).
 *
 * @param key 1 to 255 visible ASCII characters, unique per user
 * @param fingerprint a hash of method, path and body, so that a key used for something else is noticed
 */
public record IdempotencyKey(UserId user, String key, String fingerprint) {}
