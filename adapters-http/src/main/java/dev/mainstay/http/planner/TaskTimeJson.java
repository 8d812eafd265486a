package dev.mainstay.http.planner;

import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A whole day, or what the clock on the wall shows in a place: either {@code date}, or {@code dateTime} and {@code zone}.
 *
 * @param date a whole day
 * @param dateTime a wall time, without an offset
 * @param zone an IANA zone
 * @param instant when that is, as the server computes it; ignored when it is sent
 */
@Serdeable
@Schema(name = "TaskTime", example = """
                {"dateTime":"2026-03-29T09:00:00","zone":"Europe/Berlin","instant":"2026-03-29T07:00:00Z"}""")
record TaskTimeJson(
        @Nullable LocalDate date,

        @Nullable @Schema(type = "string", format = "local-date-time")
        LocalDateTime dateTime,

        @Nullable String zone,

        @Nullable @Schema(accessMode = Schema.AccessMode.READ_ONLY)
        Instant instant) {

    static @Nullable TaskTimeJson from(@Nullable TaskTime time) {
        return switch (time) {
            case null -> null;
            case TaskTime.AllDay day -> new TaskTimeJson(day.date(), null, null, null);
            case TaskTime.Zoned zoned ->
                new TaskTimeJson(null, zoned.local(), zoned.zone().getId(), zoned.instant());
        };
    }

    TaskTime toTime(String field) {
        if (date != null && dateTime == null && zone == null) {
            return new TaskTime.AllDay(date);
        }
        if (date == null && dateTime != null && zone != null) {
            try {
                return TaskTime.zoned(dateTime, zone);
            } catch (Invalid invalid) {
                var error = invalid.errors().getFirst();
                throw new Invalid(field + '.' + error.field(), error.code(), error.message());
            }
        }
        throw new Invalid(field, "date_or_time", "must have either date, or dateTime and zone");
    }
}
