package dev.mainstay.application.planner;

import dev.mainstay.application.planner.TaskDigest.Bucket;
import dev.mainstay.application.planner.TaskDigest.DueTask;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what is due from tasks in memory. */
public final class InMemoryTaskDigestReader implements TaskDigestReader {

    private final Supplier<? extends Collection<Task>> tasks;

    public InMemoryTaskDigestReader(Supplier<? extends Collection<Task>> tasks) {
        this.tasks = tasks;
    }

    @Override
    public TaskDigest digest(UserId owner, DueDay day) {
        Map<Bucket, List<Task>> due = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            due.put(
                    bucket,
                    present(owner)
                            .filter(task -> !task.done())
                            .filter(task ->
                                    bucketOf(task, day).filter(bucket::equals).isPresent())
                            .sorted(Comparator.comparing(InMemoryTaskDigestReader::at)
                                    .thenComparing(task -> task.id().value().toString()))
                            .toList());
        }
        return new TaskDigest(
                due.getOrDefault(Bucket.OVERDUE, List.of()).size(),
                due.getOrDefault(Bucket.TODAY, List.of()).size(),
                due.getOrDefault(Bucket.UPCOMING, List.of()).size(),
                (int) present(owner).filter(task -> doneOn(task, day)).count(),
                due.entrySet().stream()
                        .flatMap(
                                each -> each.getValue().stream().limit(OF_EACH).map(task -> named(task, each.getKey())))
                        .toList(),
                due.values().stream()
                        .flatMap(List::stream)
                        .filter(task -> task.content().due() instanceof TaskTime.Zoned)
                        .map(InMemoryTaskDigestReader::at)
                        .filter(day.now()::isBefore)
                        .min(Comparator.naturalOrder()));
    }

    private Stream<Task> present(UserId owner) {
        return tasks.get().stream().filter(task -> task.owner().equals(owner)).filter(task -> !task.deleted());
    }

    private static Optional<Bucket> bucketOf(Task task, DueDay day) {
        return switch (task.content().due()) {
            case null -> Optional.empty();
            case TaskTime.AllDay whole ->
                whole.date().isBefore(day.horizonDay())
                        ? Optional.of(bucket(whole.date().compareTo(day.today())))
                        : Optional.empty();
            case TaskTime.Zoned timed ->
                timed.instant().isBefore(day.horizon())
                        ? Optional.of(
                                !timed.instant().isAfter(day.now())
                                        ? Bucket.OVERDUE
                                        : timed.instant().isBefore(day.end()) ? Bucket.TODAY : Bucket.UPCOMING)
                        : Optional.empty();
        };
    }

    private static Bucket bucket(int fromToday) {
        return fromToday < 0 ? Bucket.OVERDUE : fromToday == 0 ? Bucket.TODAY : Bucket.UPCOMING;
    }

    private static boolean doneOn(Task task, DueDay day) {
        Instant done = task.doneAt();
        return done != null && !done.isBefore(day.start()) && done.isBefore(day.end());
    }

    private static Instant at(Task task) {
        return due(task).instant();
    }

    private static TaskTime due(Task task) {
        return java.util.Objects.requireNonNull(task.content().due());
    }

    private static DueTask named(Task task, Bucket bucket) {
        return new DueTask(
                task.id(),
                task.content().title().value(),
                bucket,
                due(task).local(),
                due(task) instanceof TaskTime.Zoned timed ? Optional.of(timed.zone()) : Optional.empty());
    }
}
