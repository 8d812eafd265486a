package dev.mainstay.http.plans;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to change to, and when.
 *
 * @param plan the code of a plan on offer
 * @param at the {@code at} of a dry run of the last 15 minutes, for exactly its figures; with NOW alone
 */
@Serdeable
@Schema(
        name = "ChangePlan",
        requiredProperties = {"plan", "when"},
        example = """
                {"plan":"pro","when":"NOW"}""")
record ChangePlanJson(String plan, When when, @Nullable Instant at) {}
