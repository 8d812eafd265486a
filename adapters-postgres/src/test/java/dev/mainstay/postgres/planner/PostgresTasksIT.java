package dev.mainstay.postgres.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.planner.CompleteTask;
import dev.mainstay.application.planner.CompleteTask.Completed;
import dev.mainstay.application.planner.MoveTask;
import dev.mainstay.application.planner.SimpleRecurrences;
import dev.mainstay.application.planner.TaskFilter;
import dev.mainstay.application.planner.TaskOrder;
import dev.mainstay.application.planner.TaskReader;
import dev.mainstay.application.planner.Tasks;
import dev.mainstay.application.planner.TasksContract;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostgresTasksIT extends TasksContract {

    private static final int DEVICES = 6;

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresTasks tasks = new PostgresTasks(database);
    private final PostgresTaskReader reader = new PostgresTaskReader(database);
    private final Writes writes =
            new Writes(database, new ViewCatalogue(List.of()), new NoFences(), List.of(), List.of());
    private final CompleteTask complete = new CompleteTask(
            writes, tasks, new SimpleRecurrences(), user -> ZoneOffset.UTC, () -> newId().value(), new TestClock(NOON));

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected Tasks tasks() {
        return tasks;
    }

    @Override
    protected TaskReader reader() {
        return reader;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Test
    void devices_that_complete_a_repeating_task_at_once_make_one_next_occurrence() throws Exception {
        for (int round = 0; round < 10; round++) {
            var owner = newUser();
            var task = add(owner, daily("round " + round));

            var answers = atOnce(() -> complete(task, null));

            var next = new ArrayList<TaskId>();
            for (Future<Completed> answer : answers) {
                next.add(answer.get().next().orElseThrow().id());
            }
            assertThat(next).hasSize(DEVICES);
            assertThat(next.stream().distinct()).hasSize(1);
            assertThat(tasks.tally(owner).count()).isEqualTo(2);
        }
    }

    @Test
    void of_devices_that_name_the_version_they_saw_one_wins_and_the_others_are_told() throws Exception {
        var owner = newUser();
        var task = add(owner, daily("x"));

        int stale = 0;
        for (Future<Completed> answer : atOnce(() -> complete(task, Version.FIRST))) {
            try {
                answer.get();
            } catch (ExecutionException refused) {
                assertThat(refused).hasCauseInstanceOf(Stale.class);
                stale++;
            }
        }
        assertThat(stale).isEqualTo(DEVICES - 1);
        assertThat(tasks.tally(owner).count()).isEqualTo(2);
    }

    @Test
    void moves_into_the_same_gap_at_once_keep_every_task_in_the_order() throws Exception {
        var owner = newUser();
        var first = add(owner, titled("first"));
        var moving = new ArrayList<Task>();
        for (int i = 0; i < DEVICES; i++) {
            moving.add(add(owner, titled("moving " + i)));
        }
        var move = new MoveTask(writes, tasks);
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Task>>();
            for (Task task : moving) {
                answers.add(devices.submit(
                        () -> move.handle(new MoveTask.Command(owner, task.id(), null, Tasks.Side.AFTER, first.id()))));
            }
            for (Future<Task> answer : answers) {
                answer.get();
            }
        }
        var order = reader.list(owner, TaskFilter.ALL, TaskOrder.MANUAL, new PageRequest(50, null))
                .items();
        assertThat(order.getFirst().id()).isEqualTo(first.id());
        assertThat(order.stream().map(Task::position).distinct()).hasSize(DEVICES + 1);
    }

    private Completed complete(Task task, @Nullable Version expected) {
        return complete.handle(new CompleteTask.Command(task.owner(), task.id(), expected));
    }

    private static <T> List<Future<T>> atOnce(Callable<T> work) throws InterruptedException {
        try (var devices = Executors.newVirtualThreadPerTaskExecutor()) {
            return devices.invokeAll(Collections.nCopies(DEVICES, work));
        }
    }
}
