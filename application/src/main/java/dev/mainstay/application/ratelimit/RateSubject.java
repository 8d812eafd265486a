package dev.mainstay.application.ratelimit;

import dev.mainstay.domain.identity.UserId;

/**
 * Whose use is counted.
 *
 * @param scope the third segment of the key: {@code user} or {@code ip}
 * @param id the fourth: a UUID, or a hash where the thing itself is personal (G18)
 */
public record RateSubject(String scope, String id) {

    public static RateSubject user(UserId user) {
        return new RateSubject("user", user.value().toString());
    }

    /**
     * Somebody known by address alone.
     *
     * @param hash of the address, never the address itself
     */
    public static RateSubject ip(String hash) {
        return new RateSubject("ip", hash);
    }
}
