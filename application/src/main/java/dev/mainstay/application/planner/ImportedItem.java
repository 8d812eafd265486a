package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a file.
 *
 * @param index the number of the item in the file, from 1
 * @param kind what it is, such as {@code VTODO}
 * @param task null if it was skipped
 * @param code why it was skipped, a stable snake_case word; null if it was not
 * @param why the same for people
 */
public record ImportedItem(
        int index,
        String kind,
        @Nullable String uid,
        @Nullable String title,
        Outcome outcome,
        @Nullable TaskId task,
        @Nullable String code,
        @Nullable String why) {

    /** What can become of an item. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        SKIPPED
    }

    static ImportedItem skipped(ImportCandidate.Unusable item) {
        return new ImportedItem(
                item.index(), item.kind(), item.uid(), item.title(), Outcome.SKIPPED, null, item.code(), item.why());
    }

    static ImportedItem skipped(ImportCandidate.Usable item, String code, String why) {
        return new ImportedItem(
                item.index(),
                item.kind(),
                item.uid(),
                item.content().title().value(),
                Outcome.SKIPPED,
                null,
                code,
                why);
    }

    static ImportedItem stored(ImportCandidate.Usable item, Outcome outcome, TaskId task) {
        return new ImportedItem(
                item.index(), item.kind(), item.uid(), item.content().title().value(), outcome, task, null, null);
    }
}
