package dev.mainstay.http.identity;

import dev.mainstay.domain.identity.ReferralCode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A referral code as its owner sees it.
 *
 * @param code the code
 * @param createdAt when it was made
 * @param expiresAt until when it can be redeemed
 * @param maxUses how often it can be redeemed in all
 * @param uses how often it was
 */
@Serdeable
@Schema(
        requiredProperties = {"code", "createdAt", "expiresAt", "maxUses", "uses"},
        example = """
                {"code":"7k2m9x4q","createdAt":"2026-03-01T10:00:00Z","expiresAt":"2026-03-31T10:00:00Z","maxUses":10,\
                "uses":0}""")
record ReferralCodeJson(String code, Instant createdAt, Instant expiresAt, int maxUses, int uses) {

    static ReferralCodeJson from(ReferralCode code) {
        return new ReferralCodeJson(code.code(), code.createdAt(), code.expiresAt(), code.maxUses(), code.uses());
    }
}
