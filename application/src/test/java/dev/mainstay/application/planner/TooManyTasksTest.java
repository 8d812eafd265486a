package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.planner.ImportedItem.Outcome;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.SeriesId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One user's tasks are bounded; what goes past the bound is refused by name, and nobody else's are counted. */
class TooManyTasksTest {

    private final UserId owner = new UserId(new UUID(7, 7));
    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTasks tasks = new InMemoryTasks(transactions);
    private final SequentialIds ids = new SequentialIds();
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(TaskViews.all()), keys -> () -> {}, List.of(), List.of());
    private final CreateTask create = new CreateTask(writes, tasks, new SimpleRecurrences(), ids, clock);
    private final ImportTasks importing = new ImportTasks(writes, tasks, new SimpleRecurrences(), ids, clock);

    @BeforeEach
    void there_is_room_for_one_more() {
        transactions.run(() -> {
            tasks.addAll(
                    Stream.generate(this::task).limit(TaskRules.MOST_TASKS - 1L).toList());
            return true;
        });
    }

    @Test
    void the_last_one_is_created_and_the_next_is_refused() {
        create.handle(command(owner));

        assertThatThrownBy(() -> create.handle(command(owner)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("too_many_tasks"))
                .hasMessageContaining("50,000");
        create.handle(command(new UserId(new UUID(8, 8))));
    }

    @Test
    void a_file_is_taken_up_to_the_bound_and_what_is_known_still_updated() {
        assertThat(run(item("a", "A", 0), item("b", "B", 0), item("a", "A again", 1)))
                .extracting(ImportedItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.SKIPPED, Outcome.UPDATED);
        var refused = run(item("c", "C", 0)).getFirst();
        assertThat(refused.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(refused.code()).isEqualTo("too_many_tasks");
    }

    private List<ImportedItem> run(ImportCandidate... items) {
        return importing.handle(new ImportTasks.Command(owner, List.of(items).iterator()));
    }

    private Task task() {
        return Task.create(
                new TaskId(ids.next()), owner, content("one of many"), new SeriesId(ids.next()), 1, clock.instant());
    }

    private ImportCandidate item(String uid, String title, int sequence) {
        var revision = new Revision(sequence, clock.instant());
        return new ImportCandidate.Usable(1, "VTODO", uid, content(title), false, null, revision);
    }

    private static CreateTask.Command command(UserId owner) {
        return new CreateTask.Command(owner, content("one more"));
    }

    private static TaskContent content(String title) {
        return TaskContent.titled(new TaskTitle(title));
    }
}
