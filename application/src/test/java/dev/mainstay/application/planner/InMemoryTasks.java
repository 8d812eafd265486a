package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks without a database. */
public final class InMemoryTasks implements Tasks, TaskReader {

    private static final Comparator<Task> MANUAL = Comparator.comparingLong(Task::position)
            .thenComparing(task -> task.id().value().toString());

    private final InMemoryTransactions transactions;
    private final InMemoryTable<TaskId, Task> rows;

    public InMemoryTasks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.rows = new InMemoryTable<>(transactions);
    }

    @Override
    public Task get(TaskId id, UserId owner) {
        return rows.find(id)
                .filter(task -> task.owner().equals(owner))
                .orElseThrow(() -> new NotFound("task_not_found", "There is no such task."));
    }

    @Override
    public Task lock(TaskId id, UserId owner) {
        transactions.requireActive();
        return get(id, owner);
    }

    @Override
    public Map<String, Task> lockByUid(UserId owner, Collection<String> uids) {
        transactions.requireActive();
        return of(owner)
                .filter(task -> uids.contains(task.uid()))
                .collect(Collectors.toMap(Task::uid, Function.identity()));
    }

    @Override
    public Optional<Task> lock(Occurrence occurrence) {
        transactions.requireActive();
        return rows.stream()
                .filter(task -> occurrence.equals(task.occurrence()))
                .findAny();
    }

    @Override
    public void takeTurns(UserId owner) {
        // Transactions in memory come one after the other anyway.
        transactions.requireActive();
    }

    @Override
    public void addAll(List<Task> created) {
        transactions.requireActive();
        created.forEach(task -> rows.put(task.id(), task));
    }

    @Override
    public Optional<Task> append(Task created, long gap, int most) {
        transactions.requireActive();
        var tally = tally(created.owner());
        if (tally.count() >= most) {
            return Optional.empty();
        }
        var task = created.placed(tally.last() + gap);
        rows.put(task.id(), task);
        return Optional.of(task);
    }

    @Override
    public boolean addIfNew(Task occurrence) {
        if (lock(Objects.requireNonNull(occurrence.occurrence())).isPresent()) {
            return false;
        }
        rows.put(occurrence.id(), occurrence);
        return true;
    }

    @Override
    public void replaceAll(List<Task> changed) {
        transactions.requireActive();
        for (Task task : changed) {
            var stored = rows.find(task.id()).map(present -> present.version().next());
            if (!stored.equals(Optional.of(task.version()))) {
                throw Task.stale();
            }
            rows.put(task.id(), task);
        }
    }

    @Override
    public void remove(TaskId id) {
        rows.remove(id);
    }

    @Override
    public Tally tally(UserId owner) {
        return new Tally(
                (int) of(owner).count(),
                of(owner).mapToLong(Task::position).max().orElse(0));
    }

    @Override
    public OptionalLong neighbour(Task of, Side side, TaskId other) {
        var order = side == Side.AFTER ? MANUAL : MANUAL.reversed();
        return of(of.owner())
                .filter(task -> !task.deleted() && !task.id().equals(other))
                .filter(task -> order.compare(task, of) > 0)
                .sorted(order)
                .mapToLong(Task::position)
                .findFirst();
    }

    @Override
    public void spread(UserId owner, long gap) {
        transactions.requireActive();
        long position = 0;
        for (Task task : of(owner).sorted(MANUAL).toList()) {
            position += gap;
            rows.put(task.id(), at(task, position));
        }
    }

    private static Task at(Task task, long position) {
        return new Task(
                task.id(),
                task.owner(),
                task.version(),
                task.uid(),
                task.revision(),
                task.content(),
                task.occurrence(),
                position,
                task.doneAt(),
                task.deletedAt(),
                task.createdAt());
    }

    @Override
    public int purge(Instant deletedBefore, int most) {
        var gone = rows.stream()
                .filter(task -> task.deletedAt() != null && task.deletedAt().isBefore(deletedBefore))
                .limit(most)
                .toList();
        gone.forEach(task -> rows.remove(task.id()));
        return gone.size();
    }

    @Override
    public Page<Task> list(UserId owner, TaskFilter filter, TaskOrder order, PageRequest page) {
        return InMemoryTaskLists.page(of(owner), filter, order, page);
    }

    @Override
    public TaskFacets facets(UserId owner) {
        return InMemoryTaskLists.facets(
                of(owner).filter(task -> !task.deleted()).toList());
    }

    private Stream<Task> of(UserId owner) {
        return rows.stream().filter(task -> task.owner().equals(owner));
    }
}
