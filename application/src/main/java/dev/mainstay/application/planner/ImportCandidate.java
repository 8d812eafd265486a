package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.TaskContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One item of a file that is imported, as far as it could be read. */
public sealed interface ImportCandidate {

    /** Where it stands in the file: the number of the item, from 1. */
    int index();

    /** What it is, such as {@code VTODO} or {@code row}. */
    String kind();

    /**
     * A task.
     *
     * @param uid its name; the same again means the same task
     * @param doneAt null if it is open, or done nobody knows when
     * @param revision null if the file does not say
     */
    record Usable(
            int index,
            String kind,
            String uid,
            TaskContent content,
            boolean done,
            @Nullable Instant doneAt,
            @Nullable Revision revision)
            implements ImportCandidate {}

    /**
     * Something that is no task, or a broken one.
     *
     * @param uid null if it has none
     * @param code why, a stable snake_case word
     * @param why what a person can do about it
     */
    record Unusable(
            int index,
            String kind,
            @Nullable String uid,
            @Nullable String title,
            String code,
            String why) implements ImportCandidate {}
}
