package dev.mainstay.application.finance.schedules;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.finance.schedules.Due;
import dev.mainstay.domain.finance.schedules.Schedule;
import dev.mainstay.domain.finance.schedules.Schedule.Status;
import dev.mainstay.domain.finance.schedules.ScheduleId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Schedules without a database; one transaction at a time, so a lock is nothing. */
public final class InMemorySchedules implements Schedules {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<ScheduleId, Schedule> rows;
    private final InMemoryTable<Key, Settled> occurrences;

    public InMemorySchedules(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
        this.occurrences = new InMemoryTable<>(transactions);
    }

    private record Key(ScheduleId schedule, LocalDate day) {}

    @Override
    public Schedule get(ScheduleId id, UserId owner) {
        return rows.find(id)
                .filter(schedule -> schedule.owner().equals(owner))
                .orElseThrow(() -> new NotFound("schedule_not_found", "There is no such schedule."));
    }

    @Override
    public Schedule lock(ScheduleId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public List<Schedule> of(UserId owner) {
        return rows.stream()
                .filter(schedule -> schedule.owner().equals(owner))
                .sorted(Comparator.comparing(
                                (Schedule schedule) -> schedule.name().value().toLowerCase(Locale.ROOT))
                        .thenComparing(schedule -> schedule.id().value()))
                .toList();
    }

    @Override
    public void add(Schedule created) {
        rows.put(created.id(), created);
    }

    @Override
    public void replace(Schedule changed) {
        if (!get(changed.id(), changed.owner()).version().next().equals(changed.version())) {
            throw new Stale("stale", "The schedule was changed meanwhile; read it again.");
        }
        rows.put(changed.id(), changed);
    }

    @Override
    public void remove(ScheduleId id) {
        rows.remove(id);
        occurrences.removeIf(settled -> settled.schedule().equals(id));
    }

    @Override
    public List<Waiting> waiting(LocalDate until, int most) {
        return rows.stream()
                .filter(schedule -> schedule.status() == Status.RUNNING)
                .filter(schedule -> !day(schedule.next()).isAfter(until))
                .sorted(Comparator.comparing((Schedule schedule) -> day(schedule.next()))
                        .thenComparing(schedule -> schedule.id().value()))
                .limit(most)
                .map(schedule -> new Waiting(schedule.id(), schedule.owner()))
                .toList();
    }

    private static LocalDate day(@Nullable Due due) {
        return Objects.requireNonNull(due).day();
    }

    @Override
    public Optional<Settled> settled(ScheduleId id, LocalDate day) {
        return occurrences.find(new Key(id, day));
    }

    @Override
    public List<Settled> settledFrom(ScheduleId id, LocalDate first) {
        return settled(id)
                .filter(settled -> !settled.day().isBefore(first))
                .sorted(Comparator.comparing(Settled::day))
                .toList();
    }

    @Override
    public List<Settled> lastSettled(ScheduleId id, int most) {
        return settled(id)
                .sorted(Comparator.comparing(Settled::day).reversed())
                .limit(most)
                .toList();
    }

    private Stream<Settled> settled(ScheduleId id) {
        return occurrences.stream().filter(settled -> settled.schedule().equals(id));
    }

    @Override
    public void settle(Settled occurrence) {
        var key = new Key(occurrence.schedule(), occurrence.day());
        if (occurrences.find(key).isPresent()) {
            throw new Conflict("occurrence_settled", "That day of the schedule is recorded or skipped already.");
        }
        occurrences.put(key, occurrence);
    }
}
