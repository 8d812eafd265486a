package dev.mainstay.http.planner;

import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a task repeats.
 *
 * @param rule an RRULE (RFC 5545) without its name; hourly or less often
 * @param mode what the next occurrence is counted from; FIXED if absent
 * @param except wall times of occurrences that do not take place; midnight for whole days
 */
@Serdeable
@Schema(name = "Recurrence", requiredProperties = "rule", example = """
                {"rule":"FREQ=WEEKLY;BYDAY=MO","mode":"FIXED","except":[]}""")
record RecurrenceJson(
        String rule,
        @Nullable RepeatMode mode,

        @Nullable @ArraySchema(schema = @Schema(type = "string", format = "local-date-time"))
        List<LocalDateTime> except) {

    static @Nullable RecurrenceJson from(@Nullable Recurrence recurrence) {
        return recurrence == null
                ? null
                : new RecurrenceJson(recurrence.rule(), recurrence.mode(), recurrence.except());
    }

    Recurrence toRecurrence() {
        return new Recurrence(
                rule.strip(),
                mode == null ? RepeatMode.FIXED : mode,
                except == null ? List.of() : Items.of("recurrence.except", except));
    }
}
