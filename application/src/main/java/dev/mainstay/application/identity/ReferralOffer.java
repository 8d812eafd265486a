package dev.mainstay.application.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A referral code as whoever was given it may see it.
 *
 * @param terms empty if there is no such code
 */
public record ReferralOffer(Optional<Terms> terms) {

    public static final ReferralOffer NONE = new ReferralOffer(Optional.empty());

    /** What is left of a code. */
    public record Terms(String code, Instant expiresAt, int usesLeft) {}
}
