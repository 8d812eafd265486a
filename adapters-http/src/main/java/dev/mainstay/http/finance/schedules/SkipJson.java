package dev.mainstay.http.finance.schedules;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which occurrence to leave out.
 *
 * @param day one of the next hundred on which the schedule is due
 */
@Serdeable
@Schema(name = "Skip", requiredProperties = "day", example = """
    {"day":"2026-06-01"}\
    """)
record SkipJson(@Nullable LocalDate day) {}
