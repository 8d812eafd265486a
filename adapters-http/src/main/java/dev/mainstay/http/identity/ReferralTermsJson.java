package dev.mainstay.http.identity;

import dev.mainstay.application.identity.ReferralOffer;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A referral code as whoever was given it sees it.
 *
 * @param code the code
 * @param expiresAt until when it can be redeemed
 * @param usesLeft how often it can still be redeemed
 */
@Serdeable
@Schema(
        requiredProperties = {"code", "expiresAt", "usesLeft"},
        example = """
                {"code":"7k2m9x4q","expiresAt":"2026-03-31T10:00:00Z","usesLeft":10}""")
record ReferralTermsJson(String code, Instant expiresAt, int usesLeft) {

    static ReferralTermsJson from(ReferralOffer.Terms terms) {
        return new ReferralTermsJson(terms.code(), terms.expiresAt(), terms.usesLeft());
    }
}
