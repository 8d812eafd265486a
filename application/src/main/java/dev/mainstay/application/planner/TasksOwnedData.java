package dev.mainstay.application.planner;

import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskTime;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All of a user's tasks, deleted ones until they are purged (U13). */
public final class TasksOwnedData implements OwnedData {

    private final ExportTasks tasks;

    public TasksOwnedData(ExportTasks tasks) {
        this.tasks = tasks;
    }

    /** A task; times are written as {@code 2026-03-01} or {@code 2026-03-01T09:00[Europe/Berlin]}. */
    public record ExportedTask(
            String id,
            String uid,
            String title,
            String notes,
            List<String> labels,
            @Nullable String project,
            String priority,
            @Nullable String start,
            @Nullable String due,
            @Nullable String remind,
            @Nullable String recurrence,
            @Nullable Instant doneAt,
            @Nullable Instant deletedAt,
            Instant createdAt) {

        static ExportedTask from(Task task) {
            var content = task.content();
            return new ExportedTask(
                    task.id().value().toString(),
                    task.uid(),
                    content.title().value(),
                    content.notes().value(),
                    content.labels().values().stream().map(Label::value).toList(),
                    content.project() == null ? null : content.project().value(),
                    content.priority().name(),
                    time(content.start()),
                    time(content.due()),
                    time(content.remind()),
                    content.recurrence() == null ? null : content.recurrence().rule(),
                    task.doneAt(),
                    task.deletedAt(),
                    task.createdAt());
        }

        private static @Nullable String time(@Nullable TaskTime time) {
            return time == null ? null : time.text();
        }
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("planner.tasks", (owner, row) -> {
            for (TaskFilter filter : List.of(TaskFilter.ALL, TaskFilter.DELETED)) {
                tasks.pages(owner, filter)
                        .forEachRemaining(
                                page -> page.stream().map(ExportedTask::from).forEach(row));
            }
        }));
    }
}
