package dev.mainstay.http.home;

import dev.mainstay.application.home.TasksContent;
import dev.mainstay.application.planner.TaskDigest.Bucket;
import dev.mainstay.application.planner.TaskDigest.DueTask;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Open tasks with a due time.
 *
 * @param overdue timed tasks whose time has come, and all-day tasks of days before today
 * @param upcoming due in the seven days after today
 * @param next the first five of each kind
 */
@Serdeable
@Schema(
        name = "TasksWidget",
        requiredProperties = {"overdue", "today", "upcoming", "doneToday", "next"})
record TasksWidgetJson(int overdue, int today, int upcoming, int doneToday, List<DueTaskJson> next) {

    TasksWidgetJson {
        next = List.copyOf(next);
    }

    /**
     * A task that is due.
     *
     * @param date of an all-day task
     * @param dateTime the wall time of a timed task, in zone
     */
    @Serdeable
    @Schema(
            name = "DueTask",
            requiredProperties = {"id", "title", "bucket"})
    record DueTaskJson(
            UUID id,
            String title,
            Bucket bucket,
            @Nullable LocalDate date,
            @Nullable LocalDateTime dateTime,
            @Nullable String zone) {

        static DueTaskJson from(DueTask task) {
            boolean allDay = task.zone().isEmpty();
            return new DueTaskJson(
                    task.id().value(),
                    task.title(),
                    task.bucket(),
                    allDay ? task.due().toLocalDate() : null,
                    allDay ? null : task.due(),
                    task.zone().map(ZoneId::getId).orElse(null));
        }
    }

    static TasksWidgetJson from(TasksContent content) {
        var digest = content.digest();
        return new TasksWidgetJson(
                digest.overdue(),
                digest.today(),
                digest.upcoming(),
                digest.doneToday(),
                digest.next().stream().map(DueTaskJson::from).toList());
    }
}
