package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.planner.ImportedItem.Outcome;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportingTasksTest {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

    private final UserId owner = new UserId(new UUID(7, 7));
    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTasks tasks = new InMemoryTasks(transactions);
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(TaskViews.all()), keys -> () -> {}, List.of(), List.of());
    private final ImportTasks importing =
            new ImportTasks(writes, tasks, new SimpleRecurrences(), new SequentialIds(), clock);

    @Test
    void a_uid_that_is_new_is_created_and_the_same_again_is_unchanged() {
        assertThat(outcomes(item("a", "A", EARLY), item("b", "B", EARLY)))
                .containsExactly(Outcome.CREATED, Outcome.CREATED);
        assertThat(outcomes(item("a", "A", EARLY), item("b", "B", EARLY))).containsOnly(Outcome.UNCHANGED);
        assertThat(titles()).containsExactly("A", "B");
    }

    @Test
    void what_is_newer_wins() {
        outcomes(item("a", "A", LATE));

        assertThat(outcomes(item("a", "older", EARLY))).containsExactly(Outcome.SKIPPED);
        assertThat(outcomes(item("a", "no date at all", null))).containsExactly(Outcome.UPDATED);
        assertThat(titles()).containsExactly("no date at all");
    }

    @Test
    void a_uid_that_comes_twice_in_a_file_is_taken_in_order() {
        assertThat(outcomes(item("a", "1", EARLY), item("a", "2", LATE), item("a", "1", EARLY)))
                .containsExactly(Outcome.CREATED, Outcome.UPDATED, Outcome.SKIPPED);
        assertThat(outcomes(item("a", "3", LATE), item("a", "4", LATE)))
                .containsExactly(Outcome.UPDATED, Outcome.UPDATED);
        assertThat(titles()).containsExactly("4");
    }

    @Test
    void a_deleted_task_stays_deleted() {
        outcomes(item("a", "A", EARLY));
        Task task = all().getFirst();
        new DeleteTask(writes, tasks, clock).handle(new DeleteTask.Command(owner, task.id(), null));

        var result = run(item("a", "B", LATE)).getFirst();
        assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(result.code()).isEqualTo("deleted");
    }

    @Test
    void a_rule_that_is_none_skips_its_item_alone() {
        var content = content("bad")
                .withTimes(null, new TaskTime.AllDay(LocalDate.parse("2026-03-01")), null)
                .withRecurrence(new Recurrence("FREQ=NEVER", RepeatMode.FIXED, List.of()));
        var bad = new ImportCandidate.Usable(1, "VTODO", "bad", content, false, null, null);

        var results = run(bad, item("a", "A", EARLY));
        assertThat(results).extracting(ImportedItem::outcome).containsExactly(Outcome.SKIPPED, Outcome.CREATED);
        assertThat(results.getFirst().code()).isEqualTo("invalid_rule");
    }

    @Test
    void a_file_of_several_parts_is_stored_whole_and_in_order() {
        int many = 2 * ImportTasks.AT_ONCE + 1;
        var items = IntStream.range(0, many)
                .mapToObj(i -> item("u" + i, "t" + i, EARLY))
                .toArray(ImportCandidate[]::new);

        assertThat(outcomes(items)).hasSize(many).containsOnly(Outcome.CREATED);
        assertThat(outcomes(items)).hasSize(many).containsOnly(Outcome.UNCHANGED);
        assertThat(titles()).startsWith("t0", "t1", "t2").hasSize(200);
    }

    private static ImportCandidate.Usable item(String uid, String title, @Nullable Instant modified) {
        var revision = modified == null ? null : new Revision(0, modified);
        return new ImportCandidate.Usable(1, "VTODO", uid, content(title), false, null, revision);
    }

    private static TaskContent content(String title) {
        return TaskContent.titled(new TaskTitle(title));
    }

    private List<ImportedItem> run(ImportCandidate... items) {
        return importing.handle(new ImportTasks.Command(owner, List.of(items).iterator()));
    }

    private List<Outcome> outcomes(ImportCandidate... items) {
        return run(items).stream().map(ImportedItem::outcome).toList();
    }

    private List<Task> all() {
        return tasks.list(owner, TaskFilter.ALL, TaskOrder.MANUAL, new PageRequest(200, null))
                .items();
    }

    private List<String> titles() {
        return all().stream().map(task -> task.content().title().value()).toList();
    }
}
