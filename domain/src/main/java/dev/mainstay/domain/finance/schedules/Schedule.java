package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is recorded again and again. It runs from its first day on; days that were missed are made up for, those of a pause
 * are not. When its transaction is refused, say because an account was closed, it waits with the reason until its owner changes or
 * resumes it, and then makes up for the days in between. It ends when the rule gives no more day.
 *
 * @param next the occurrence that has not been dealt with; null once it has ended
 * @param failure null unless it waits
 */
public record Schedule(
        ScheduleId id,
        UserId owner,
        Version version,
        ScheduleName name,
        Template template,
        Timing timing,
        @Nullable Due next,
        boolean paused,
        @Nullable Failure failure,
        Instant createdAt) {

    /** What it does at present. */
    public enum Status {
        RUNNING,
        PAUSED,
        /** It waits, for its transaction was refused. */
        FAILED,
        ENDED
    }

    public Status status() {
        if (next == null) {
            return Status.ENDED;
        }
        if (paused) {
            return Status.PAUSED;
        }
        return failure == null ? Status.RUNNING : Status.FAILED;
    }

    /** What is to be recorded by a day, if anything is. */
    public Optional<Due> dueBy(LocalDate today) {
        return status() == Status.RUNNING
                ? Optional.ofNullable(next).filter(due -> !due.day().isAfter(today))
                : Optional.empty();
    }

    /**
     * The schedule at that version.
     *
     * @throws Stale if it has another
     */
    public Schedule expect(Version expected) {
        if (!version.equals(expected)) {
            throw new Stale("stale", "The schedule was changed meanwhile; read it again.");
        }
        return this;
    }

    /** The occurrence is dealt with; null for no other. */
    public Schedule advance(@Nullable Due following) {
        return with(name, template, timing, following, paused, null);
    }

    /** One of its later occurrences is left out; what it does at present stays. */
    public Schedule skipLater() {
        return with(name, template, timing, next, paused, failure);
    }

    public Schedule failed(Failure newFailure) {
        return with(name, template, timing, next, paused, newFailure);
    }

    public Schedule pause() {
        if (paused) {
            throw new Conflict("schedule_paused", "The schedule is paused already.");
        }
        if (next == null) {
            throw ended();
        }
        return with(name, template, timing, next, true, failure);
    }

    /**
     * Goes on.
     *
     * @param fromToday the first occurrence that is not in the past, for after a pause; null for none
     */
    public Schedule resume(@Nullable Due fromToday) {
        return switch (status()) {
            case PAUSED -> with(name, template, timing, fromToday, false, null);
            case FAILED -> with(name, template, timing, next, false, null);
            case RUNNING -> throw new Conflict("schedule_running", "The schedule is running.");
            case ENDED -> throw ended();
        };
    }

    /** Says and does something else from now on; what it failed at is tried again. */
    public Schedule revise(ScheduleName newName, Template newTemplate, Timing newTiming, @Nullable Due newNext) {
        return with(newName, newTemplate, newTiming, newNext, paused, null);
    }

    private Schedule with(
            ScheduleName newName,
            Template newTemplate,
            Timing newTiming,
            @Nullable Due newNext,
            boolean newPaused,
            @Nullable Failure newFailure) {
        return new Schedule(
                id, owner, version.next(), newName, newTemplate, newTiming, newNext, newPaused, newFailure, createdAt);
    }

    private static Conflict ended() {
        return new Conflict("schedule_ended", "The schedule has ended; give it another rule or end.");
    }
}
