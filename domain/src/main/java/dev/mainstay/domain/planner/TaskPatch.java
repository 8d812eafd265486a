package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.Change;
import java.util.Optional;

/** A change of some of what a task says; fields it does not name stay as they are (RFC 7396). */
public record TaskPatch(
        Change<TaskTitle> title,
        Change<TaskNotes> notes,
        Change<Labels> labels,
        Change<Optional<ProjectName>> project,
        Change<Priority> priority,
        Change<Optional<TaskTime>> start,
        Change<Optional<TaskTime>> due,
        Change<Optional<TaskTime>> remind,
        Change<Optional<Recurrence>> recurrence) {

    public TaskContent on(TaskContent content) {
        return new TaskContent(
                title.on(content.title()),
                notes.on(content.notes()),
                labels.on(content.labels()),
                project.on(Optional.ofNullable(content.project())).orElse(null),
                priority.on(content.priority()),
                start.on(Optional.ofNullable(content.start())).orElse(null),
                due.on(Optional.ofNullable(content.due())).orElse(null),
                remind.on(Optional.ofNullable(content.remind())).orElse(null),
                recurrence.on(Optional.ofNullable(content.recurrence())).orElse(null));
    }
}
