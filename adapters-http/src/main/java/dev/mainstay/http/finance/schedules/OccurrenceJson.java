package dev.mainstay.http.finance.schedules;

import dev.mainstay.application.finance.schedules.Schedules.Settled;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence that is dealt with.
 *
 * @param transaction what was recorded; absent if it was skipped
 */
@Serdeable
@Schema(
        name = "ScheduleOccurrence",
        requiredProperties = {"day", "at"})
record OccurrenceJson(LocalDate day, @Nullable UUID transaction, Instant at) {

    static OccurrenceJson from(Settled settled) {
        var transaction = settled.transaction();
        return new OccurrenceJson(settled.day(), transaction == null ? null : transaction.value(), settled.at());
    }
}
