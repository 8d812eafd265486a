package dev.mainstay.http.identity;

import dev.mainstay.application.identity.CreateReferralCode;
import dev.mainstay.domain.identity.UserId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A referral code to be made.
 *
 * @param maxUses for how many it is good; 10 unless told, at most 1000
 * @param validDays for how many days; 30 unless told, at most 365
 */
@Serdeable
@Schema(example = """
        {"maxUses":10,"validDays":30}""")
record NewReferralCodeJson(
        @Nullable Integer maxUses, @Nullable Integer validDays) {

    private static final int USES = 10;
    private static final int DAYS = 30;

    CreateReferralCode.Command toCommand(UserId owner) {
        return new CreateReferralCode.Command(
                owner, maxUses == null ? USES : maxUses, Duration.ofDays(validDays == null ? DAYS : validDays));
    }
}
