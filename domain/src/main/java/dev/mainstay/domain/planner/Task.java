package dev.mainstay.domain.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to do. It is open, becomes done, may be reopened, and may be deleted and, for {@link #RESTORABLE}, restored, in every
 * state. A repeating task is one occurrence of a series: done, it stays as history, and its {@link #successor} is the next
 * thing to do. Every change makes the next version.
 *
 * @param uid its name in calendar files, unique among its owner's tasks
 * @param occurrence null if the task does not repeat
 * @param position where it stands in its owner's own order; equal positions are told apart by id
 * @param doneAt null while it is open
 * @param deletedAt null unless it is deleted
 */
public record Task(
        TaskId id,
        UserId owner,
        Version version,
        String uid,
        Revision revision,
        TaskContent content,
        @Nullable Occurrence occurrence,
        long position,
        @Nullable Instant doneAt,
        @Nullable Instant deletedAt,
        Instant createdAt) {

    /** How long a deleted task can be restored. */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    public Task {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        doneAt = doneAt == null ? null : doneAt.truncatedTo(ChronoUnit.MILLIS);
        deletedAt = deletedAt == null ? null : deletedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new open task; one that repeats begins a series. */
    public static Task create(
            TaskId id, UserId owner, TaskContent content, SeriesId series, long position, Instant now) {
        var occurrence = content.recurrence() == null ? null : Occurrence.first(series);
        return new Task(
                id,
                owner,
                Version.FIRST,
                id.value().toString(),
                Revision.first(now),
                content,
                occurrence,
                position,
                null,
                null,
                now);
    }

    public boolean done() {
        return doneAt != null;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    /** Refuses if the caller has seen another version. */
    public Task expect(@Nullable Version expected) {
        if (expected != null && !expected.equals(version)) {
            throw stale();
        }
        return this;
    }

    /** What to say when somebody was faster. */
    public static Stale stale() {
        return new Stale("task_changed", "The task was changed in the meantime; read it again and repeat.");
    }

    /** Says something else; a new or different rule begins a new series with this task as its first occurrence. */
    public Task revise(TaskContent revised, SeriesId series, Instant now) {
        requirePresent();
        if (revised.equals(content)) {
            return this;
        }
        var place = revised.recurrence() == null
                ? null
                : Objects.equals(revised.recurrence(), content.recurrence()) ? occurrence : Occurrence.first(series);
        return changed(revision.next(now), revised, place, position, doneAt, deletedAt);
    }

    /** Does it; doing what is done changes nothing. */
    public Task complete(Instant now) {
        requirePresent();
        return done() ? this : changed(revision.next(now), content, occurrence, position, now, null);
    }

    /** Is to be done again; reopening what is open changes nothing. */
    public Task reopen(Instant now) {
        requirePresent();
        return done() ? changed(revision.next(now), content, occurrence, position, null, null) : this;
    }

    public Task move(long newPosition) {
        requirePresent();
        return changed(revision, content, occurrence, newPosition, doneAt, null);
    }

    /** The same task as it comes to be, but standing there; one that was stored before is {@link #move moved}. */
    public Task placed(long at) {
        return new Task(id, owner, version, uid, revision, content, occurrence, at, doneAt, deletedAt, createdAt);
    }

    public Task delete(Instant now) {
        return deleted() ? this : changed(revision, content, occurrence, position, doneAt, now);
    }

    public Task restore() {
        return deleted() ? changed(revision, content, occurrence, position, doneAt, null) : this;
    }

    /** As another source has it; the version grows, whatever the revision says. */
    public Task replaced(TaskContent other, Revision otherRevision, @Nullable Instant otherDoneAt, SeriesId series) {
        requirePresent();
        var place = other.recurrence() == null
                ? null
                : Objects.equals(other.recurrence(), content.recurrence()) ? occurrence : Occurrence.first(series);
        return changed(otherRevision, other, place, position, otherDoneAt, null);
    }

    /**
     * The next occurrence: the same task, with all its times moved by as much as the one that the rule is applied to.
     *
     * @param at the wall time of the next occurrence
     * @param number its number in the series
     */
    public Task successor(TaskId next, LocalDateTime at, int number, Instant now) {
        var place = new Occurrence(Objects.requireNonNull(occurrence, "repeats").series(), number);
        var from = content.anchor().orElseThrow().local();
        var shifted = content.withTimes(
                shift(content.start(), from, at), shift(content.due(), from, at), shift(content.remind(), from, at));
        return new Task(
                next,
                owner,
                Version.FIRST,
                next.value().toString(),
                Revision.first(now),
                shifted,
                place,
                position,
                null,
                null,
                now);
    }

    /** Whether nothing has happened to it since it came to be. */
    public boolean untouched() {
        return version.equals(Version.FIRST) && !done() && !deleted();
    }

    private static @Nullable TaskTime shift(@Nullable TaskTime time, LocalDateTime from, LocalDateTime to) {
        return time == null ? null : time.at(time.local().plus(Duration.between(from, to)));
    }

    private void requirePresent() {
        if (deleted()) {
            throw new Conflict("task_deleted", "The task is deleted; restore it first.");
        }
    }

    private Task changed(
            Revision newRevision,
            TaskContent newContent,
            @Nullable Occurrence newOccurrence,
            long newPosition,
            @Nullable Instant newDoneAt,
            @Nullable Instant newDeletedAt) {
        return new Task(
                id,
                owner,
                version.next(),
                uid,
                newRevision,
                newContent,
                newOccurrence,
                newPosition,
                newDoneAt,
                newDeletedAt,
                createdAt);
    }
}
