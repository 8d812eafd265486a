package dev.mainstay.http.finance.schedules;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a schedule repeats.
 *
 * @param rule an RRULE (RFC 5545) without its name, of whole days
 */
@Serdeable
@Schema(name = "ScheduleRecurrence", requiredProperties = "rule", example = """
    {"rule":"FREQ=MONTHLY"}\
    """)
record RuleJson(@Nullable String rule) {}
