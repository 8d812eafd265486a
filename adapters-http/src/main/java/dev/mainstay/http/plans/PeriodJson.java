package dev.mainstay.http.plans;

import dev.mainstay.domain.plans.Period;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * The time that is had and paid at once.
 *
 * @param number 0 is the trial, 1 the first that is paid
 * @param from included
 * @param to excluded
 */
@Serdeable
@Schema(
        name = "SubscriptionPeriod",
        requiredProperties = {"number", "from", "to"},
        example = """
                {"number":1,"from":"2026-01-31T12:00:00Z","to":"2026-02-28T12:00:00Z"}""")
record PeriodJson(int number, Instant from, Instant to) {

    static PeriodJson from(Period period) {
        return new PeriodJson(period.number(), period.from(), period.to());
    }
}
