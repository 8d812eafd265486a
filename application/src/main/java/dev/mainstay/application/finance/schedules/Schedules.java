package dev.mainstay.application.finance.schedules;

import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schedules of each owner, and which of their occurrences are dealt with. */
public interface Schedules {

    /**
     * One of the owner's schedules.
     *
     * @throws dev.mainstay.domain.refusal.NotFound {@code schedule_not_found}, also if it is another's
     */
    Schedule get(ScheduleId id, UserId owner);

    /** As {@link #get}; until this transaction ends, others that lock it wait. */
    Schedule lock(ScheduleId id, UserId owner);

    /** All of the owner's schedules, by name. */
    List<Schedule> of(UserId owner);

    void add(Schedule created);

    /**
     * Stores a changed schedule.
     *
     * @throws dev.mainstay.domain.refusal.Stale unless the one before it is stored
     */
    void replace(Schedule changed);

    /** Forgets the schedule and its occurrences; the transactions that it recorded stay. */
    void remove(ScheduleId id);

    /** Those that run and whose next occurrence is on or before a day, the longest overdue first. */
    List<Waiting> waiting(LocalDate until, int most);

    /** What became of an occurrence; empty while it is not dealt with. */
    Optional<Settled> settled(ScheduleId id, LocalDate day);

    /** As {@link #settled}, of all days from one on, earliest first. */
    List<Settled> settledFrom(ScheduleId id, LocalDate first);

    /** The last occurrences that were dealt with, latest first. */
    List<Settled> lastSettled(ScheduleId id, int most);

    /**
     * Deals with an occurrence, once for all time.
     *
     * @throws dev.mainstay.domain.refusal.Conflict {@code occurrence_settled} if that was done before
     */
    void settle(Settled occurrence);

    /** A schedule that may be due: whether it is depends on where its owner lives. */
    record Waiting(ScheduleId id, UserId owner) {}

    /**
     * An occurrence that is dealt with.
     *
     * @param transaction what was recorded; null if it was skipped
     */
    record Settled(
            ScheduleId schedule, LocalDate day, @Nullable TransactionId transaction, Instant at) {}
}
