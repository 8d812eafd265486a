package dev.mainstay.application.planner;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A store of tasks with some in it, which the contracts try out. */
public abstract class TaskStore {

    protected static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicLong IDS = new AtomicLong();

    protected abstract Transactions transactions();

    protected abstract Tasks tasks();

    protected abstract TaskReader reader();

    /** A user that the store has not seen yet. */
    protected abstract UserId newUser();

    final List<Task> all(UserId owner, TaskOrder order) {
        return reader().list(owner, TaskFilter.ALL, order, new PageRequest(200, null))
                .items();
    }

    static TaskTime day(String date) {
        return new TaskTime.AllDay(LocalDate.parse(date));
    }

    protected static TaskContent titled(String title) {
        return TaskContent.titled(new TaskTitle(title));
    }

    protected static TaskContent daily(String title) {
        return titled(title)
                .withTimes(null, TaskTime.zoned(LocalDateTime.parse("2026-03-01T09:00"), "Europe/Berlin"), null)
                .withRecurrence(new Recurrence("FREQ=DAILY", RepeatMode.FIXED, List.of()));
    }

    protected static TaskId newId() {
        return new TaskId(new UUID(0x0000_0190_0000_7000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet()));
    }

    static Task task(UserId owner, TaskContent content, Instant at) {
        return Task.create(newId(), owner, content, new SeriesId(newId().value()), IDS.get(), at);
    }

    protected final Task add(UserId owner, TaskContent content) {
        var task = task(owner, content, NOON.plusMillis(IDS.get() / 3));
        return inTransaction(() -> {
            tasks().addAll(List.of(task));
            return task;
        });
    }

    final Task add(UserId owner, TaskContent content, long position) {
        var task = Task.create(newId(), owner, content, new SeriesId(newId().value()), position, NOON);
        return inTransaction(() -> {
            tasks().addAll(List.of(task));
            return task;
        });
    }

    protected final void replace(Task changed) {
        inTransaction(() -> {
            tasks().replaceAll(List.of(changed));
            return true;
        });
    }

    protected final <T> T inTransaction(Supplier<T> work) {
        return transactions().run(work);
    }
}
