package dev.mainstay.http.finance.schedules;

import dev.mainstay.application.finance.schedules.ShowSchedules.Shown;
import dev.mainstay.domain.finance.schedules.Failure;
import dev.mainstay.domain.finance.schedules.Schedule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule.
 *
 * @param version what its ETag says
 * @param failure why it waits, if its transaction was refused
 * @param upcoming the next days on which it is due, at most five, overdue ones first, without those that are skipped
 */
@Serdeable
@Schema(
        name = "Schedule",
        requiredProperties = {
            "id",
            "version",
            "name",
            "status",
            "start",
            "recurrence",
            "transaction",
            "upcoming",
            "createdAt"
        })
record ScheduleJson(
        UUID id,
        long version,
        String name,
        Schedule.Status status,
        @Nullable FailureJson failure,
        LocalDate start,
        @Nullable LocalDate until,
        RuleJson recurrence,
        ScheduledTransactionJson transaction,
        List<LocalDate> upcoming,
        Instant createdAt) {

    ScheduleJson {
        upcoming = List.copyOf(upcoming);
    }

    /**
     * Why a transaction was refused.
     *
     * @param day of the occurrence
     * @param code as a request that recorded it would have been refused with
     */
    @Serdeable
    @Schema(
            name = "ScheduleFailure",
            requiredProperties = {"day", "code", "reason", "at"})
    record FailureJson(LocalDate day, String code, String reason, Instant at) {

        static @Nullable FailureJson from(@Nullable Failure failure) {
            return failure == null
                    ? null
                    : new FailureJson(failure.day(), failure.code(), failure.reason(), failure.at());
        }
    }

    static ScheduleJson from(Shown shown) {
        Schedule schedule = shown.schedule();
        return new ScheduleJson(
                schedule.id().value(),
                schedule.version().number(),
                schedule.name().value(),
                schedule.status(),
                FailureJson.from(schedule.failure()),
                schedule.timing().start(),
                schedule.timing().until(),
                new RuleJson(schedule.timing().rule()),
                ScheduledTransactionJson.from(schedule.template()),
                shown.upcoming(),
                schedule.createdAt());
    }
}
