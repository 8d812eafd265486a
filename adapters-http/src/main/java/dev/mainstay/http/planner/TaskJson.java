package dev.mainstay.http.planner;

import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.Task;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param version what its ETag says
 * @param uid its name in calendar files
 * @param doneAt absent while it is open
 * @param deletedAt absent unless it is deleted
 * @param series the tasks that follow each other by its recurrence; absent if it does not repeat
 * @param occurrence its number in the series, from 1
 */
@Serdeable
@Schema(
        name = "Task",
        requiredProperties = {
            "id",
            "version",
            "uid",
            "title",
            "notes",
            "labels",
            "priority",
            "done",
            "createdAt",
            "revisedAt"
        },
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","version":1,"uid":"0197a1de-0000-7000-8000-000000000001",\
                "title":"Water the plants","notes":"","labels":["home"],"priority":"LOW",\
                "due":{"dateTime":"2026-03-29T09:00:00","zone":"Europe/Berlin","instant":"2026-03-29T07:00:00Z"},\
                "recurrence":{"rule":"FREQ=WEEKLY;BYDAY=SU","mode":"FIXED","except":[]},"done":false,\
                "series":"0197a1de-0000-7000-8000-000000000002","occurrence":1,\
                "createdAt":"2026-03-01T12:00:00Z","revisedAt":"2026-03-01T12:00:00Z"}""")
record TaskJson(
        UUID id,
        long version,
        String uid,
        String title,
        String notes,
        List<String> labels,
        @Nullable String project,
        Priority priority,
        @Nullable TaskTimeJson start,
        @Nullable TaskTimeJson due,
        @Nullable TaskTimeJson remind,
        @Nullable RecurrenceJson recurrence,
        boolean done,
        @Nullable Instant doneAt,
        @Nullable Instant deletedAt,
        @Nullable UUID series,
        @Nullable Integer occurrence,
        Instant createdAt,
        Instant revisedAt) {

    static TaskJson from(Task task) {
        var content = task.content();
        var occurrence = task.occurrence();
        return new TaskJson(
                task.id().value(),
                task.version().number(),
                task.uid(),
                content.title().value(),
                content.notes().value(),
                content.labels().values().stream().map(Label::value).toList(),
                content.project() == null ? null : content.project().value(),
                content.priority(),
                TaskTimeJson.from(content.start()),
                TaskTimeJson.from(content.due()),
                TaskTimeJson.from(content.remind()),
                RecurrenceJson.from(content.recurrence()),
                task.done(),
                task.doneAt(),
                task.deletedAt(),
                occurrence == null ? null : occurrence.series().value(),
                occurrence == null ? null : occurrence.number(),
                task.createdAt(),
                task.revision().at());
    }
}
