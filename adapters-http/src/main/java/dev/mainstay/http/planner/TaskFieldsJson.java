package dev.mainstay.http.planner;

import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.entity.Change;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskPatch;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a task.
 *
 * @param title one line, at most 200 characters; required in a new task
 * @param notes at most 20,000 characters
 * @param labels at most 20 of at most 40 characters
 * @param project at most 80 characters; a project exists while a task names it
 * @param priority NONE if absent
 * @param start when it can be begun
 * @param due when it must be done
 * @param remind when to be reminded
 * @param recurrence needs a start or due time
 */
@Serdeable
@Schema(example = """
                {"title":"Water the plants","labels":["home"],"priority":"LOW",\
                "due":{"dateTime":"2026-03-29T09:00:00","zone":"Europe/Berlin"},"recurrence":{"rule":"FREQ=WEEKLY;BYDAY=SU"}}""")
record TaskFieldsJson(
        @Nullable String title,
        @Nullable String notes,
        @Nullable List<String> labels,
        @Nullable String project,
        @Nullable Priority priority,
        @Nullable TaskTimeJson start,
        @Nullable TaskTimeJson due,
        @Nullable TaskTimeJson remind,
        @Nullable RecurrenceJson recurrence) {

    static final Set<String> NAMES =
            Set.of("title", "notes", "labels", "project", "priority", "start", "due", "remind", "recurrence");

    TaskContent toContent() {
        return toPatch(NAMES).on(TaskContent.titled(requiredTitle()));
    }

    /**
     * The change of the named fields: to their values, or, where there is none, to nothing.
     *
     * @param named what the client has written, be it null
     */
    TaskPatch toPatch(Set<String> named) {
        return new TaskPatch(
                change(named, "title", this::requiredTitle),
                change(named, "notes", () -> new TaskNotes(notes == null ? "" : Typed.text(notes))),
                change(named, "labels", this::toLabels),
                change(
                        named,
                        "project",
                        () -> Optional.ofNullable(project).map(Typed::line).map(ProjectName::new)),
                change(named, "priority", () -> priority == null ? Priority.NONE : priority),
                change(named, "start", () -> Optional.ofNullable(start).map(time -> time.toTime("start"))),
                change(named, "due", () -> Optional.ofNullable(due).map(time -> time.toTime("due"))),
                change(named, "remind", () -> Optional.ofNullable(remind).map(time -> time.toTime("remind"))),
                change(
                        named,
                        "recurrence",
                        () -> Optional.ofNullable(recurrence).map(RecurrenceJson::toRecurrence)));
    }

    private TaskTitle requiredTitle() {
        if (title == null) {
            throw new Invalid("title", "missing", "is required");
        }
        return new TaskTitle(Typed.line(title));
    }

    private Labels toLabels() {
        return labels == null
                ? Labels.NONE
                : new Labels(Items.of("labels", labels).stream()
                        .map(Typed::line)
                        .map(Label::new)
                        .toList());
    }

    private static <T> Change<T> change(Set<String> named, String name, Supplier<T> value) {
        return named.contains(name) ? new Change.To<>(value.get()) : new Change.Keep<>();
    }
}
