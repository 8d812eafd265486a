package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Charge.Outcome;
import dev.mainstay.domain.plans.Charge.Purpose;
import dev.mainstay.domain.plans.Charge.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a subscription cost or gave back.
 *
 * @param subscription the id of the subscription
 * @param plan the code of the plan that it is for
 * @param at when it was made, and from when on it counts
 * @param until the end of the period that it is for
 * @param attempts how often the provider was asked; once at least, though nothing be due
 * @param settledAt when the last attempt was answered; absent while it is PENDING
 * @param failure why the last attempt was declined; absent unless it FAILED
 */
@Serdeable
@Schema(
        name = "Charge",
        requiredProperties = {"id", "subscription", "purpose", "plan", "status", "at", "until", "bill", "attempts"})
record ChargeJson(
        UUID id,
        UUID subscription,
        Purpose purpose,
        String plan,
        Status status,
        Instant at,
        Instant until,
        BillJson bill,
        int attempts,
        @Nullable Instant settledAt,
        @Nullable String failure) {

    static ChargeJson from(Charge charge) {
        return new ChargeJson(
                charge.id().value(),
                charge.subscription().value(),
                charge.purpose(),
                charge.plan().value(),
                charge.status(),
                charge.at(),
                charge.period().to(),
                BillJson.from(charge.bill()),
                charge.attempt(),
                settledAt(charge.outcome()),
                charge.outcome() instanceof Outcome.Failed failed ? failed.why() : null);
    }

    private static @Nullable Instant settledAt(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Pending pending -> null;
            case Outcome.Paid paid -> paid.at();
            case Outcome.Failed failed -> failed.at();
        };
    }
}
