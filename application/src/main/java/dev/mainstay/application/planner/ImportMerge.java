package dev.mainstay.application.planner;

import dev.mainstay.application.planner.ImportCandidate.Unusable;
import dev.mainstay.application.planner.ImportCandidate.Usable;
import dev.mainstay.application.planner.ImportedItem.Outcome;
import dev.mainstay.application.time.Ids;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides, item by item, what a part of a file does to the tasks that are stored; a UID may occur more than once. */
final class ImportMerge {

    private final UserId owner;
    private final Map<String, Task> stored;
    private final Tasks.Tally tally;
    private final Recurrences recurrences;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Task> present;
    private final Map<String, Task> created = new LinkedHashMap<>();
    private final Map<String, Task> updated = new LinkedHashMap<>();

    ImportMerge(
            UserId owner, Map<String, Task> stored, Tasks.Tally tally, Recurrences recurrences, Ids ids, Instant now) {
        this.owner = owner;
        this.stored = stored;
        this.tally = tally;
        this.recurrences = recurrences;
        this.ids = ids;
        this.now = now;
        this.present = new HashMap<>(stored);
    }

    List<Task> created() {
        return List.copyOf(created.values());
    }

    List<Task> updated() {
        return List.copyOf(updated.values());
    }

    ImportedItem take(ImportCandidate candidate) {
        return switch (candidate) {
            case Unusable broken -> ImportedItem.skipped(broken);
            case Usable item -> take(item);
        };
    }

    private ImportedItem take(Usable item) {
        TaskContent content;
        try {
            content = TaskRules.canonical(item.content(), recurrences);
        } catch (Invalid invalid) {
            return ImportedItem.skipped(item, invalid.errors().getFirst().code(), invalid.getMessage());
        }
        Task known = present.get(item.uid());
        return known == null ? create(item, content) : update(item, content, known);
    }

    private ImportedItem create(Usable item, TaskContent content) {
        if (tally.count() + created.size() >= TaskRules.MOST_TASKS) {
            return ImportedItem.skipped(
                    item,
                    "too_many_tasks",
                    "There are %,d tasks already, which is the most.".formatted(TaskRules.MOST_TASKS));
        }
        var series = content.recurrence() == null ? null : Occurrence.first(new SeriesId(ids.next()));
        long position = tally.last() + (created.size() + 1) * TaskRules.GAP;
        var revision = item.revision() == null ? Revision.first(now) : item.revision();
        remember(new Task(
                new TaskId(ids.next()),
                owner,
                Version.FIRST,
                item.uid(),
                revision,
                content,
                series,
                position,
                doneAt(item, revision, null),
                null,
                now));
        return ImportedItem.stored(item, Outcome.CREATED, present(item).id());
    }

    private ImportedItem update(Usable item, TaskContent content, Task known) {
        if (known.deleted()) {
            return ImportedItem.skipped(item, "deleted", "The task is deleted here; restore it and import again.");
        }
        if (known.content().equals(content) && sameDone(item, known)) {
            return ImportedItem.stored(item, Outcome.UNCHANGED, known.id());
        }
        var revision = item.revision() == null ? known.revision().next(now) : item.revision();
        if (revision.compareTo(known.revision()) < 0) {
            return ImportedItem.skipped(
                    item,
                    "older",
                    "What is stored is newer (SEQUENCE %d of %s)."
                            .formatted(
                                    known.revision().sequence(),
                                    known.revision().at()));
        }
        Task before = stored.getOrDefault(item.uid(), known);
        remember(before.replaced(content, revision, doneAt(item, revision, known.doneAt()), new SeriesId(ids.next())));
        return ImportedItem.stored(item, Outcome.UPDATED, known.id());
    }

    private void remember(Task task) {
        present.put(task.uid(), task);
        (stored.containsKey(task.uid()) ? updated : created).put(task.uid(), task);
    }

    private Task present(Usable item) {
        return Objects.requireNonNull(present.get(item.uid()));
    }

    /** Calendar files know seconds, and some do not say when something was done. */
    private static boolean sameDone(Usable item, Task known) {
        if (item.done() != known.done()) {
            return false;
        }
        Instant theirs = item.doneAt();
        Instant ours = known.doneAt();
        return theirs == null
                || ours == null
                || theirs.truncatedTo(ChronoUnit.SECONDS).equals(ours.truncatedTo(ChronoUnit.SECONDS));
    }

    private static @Nullable Instant doneAt(Usable item, Revision revision, @Nullable Instant known) {
        if (!item.done()) {
            return null;
        }
        return item.doneAt() != null ? item.doneAt() : known != null ? known : revision.at();
    }
}
