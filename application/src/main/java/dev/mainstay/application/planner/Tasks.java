package dev.mainstay.application.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Occurrence;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** All tasks, deleted ones until they are purged. Everything that writes or locks needs the active transaction. */
public interface Tasks {

    /**
     * The owner's task, deleted or not.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none, or it is another's
     */
    Task get(TaskId id, UserId owner);

    /** As {@link #get}; nobody else changes the task until this transaction ends. */
    Task lock(TaskId id, UserId owner);

    /** The owner's tasks by UID, those there are, locked. */
    Map<String, Task> lockByUid(UserId owner, Collection<String> uids);

    /** The task that is this occurrence, locked; empty if there is none. */
    Optional<Task> lock(Occurrence occurrence);

    /** Until this transaction ends, other transactions that call this for the owner wait: for what spans many tasks. */
    void takeTurns(UserId owner);

    /** Adds new tasks in one go. Their UIDs are not in use by their owners. */
    void addAll(List<Task> created);

    /**
     * Adds a new task behind all others of its owner, deleted ones included.
     *
     * @param gap between the last position and its own; the one it brings does not count
     * @param most tasks that the owner may have
     * @return the task where it stands now; empty if there are as many as there may be, and it was not added
     */
    Optional<Task> append(Task created, long gap, int most);

    /**
     * Adds a task that is an occurrence, unless its series has that occurrence already.
     *
     * @return whether it was added
     */
    boolean addIfNew(Task occurrence);

    /**
     * Stores changed tasks in one go.
     *
     * @throws dev.mainstay.domain.refusal.Stale if a stored version is not the one before the changed task's
     */
    void replaceAll(List<Task> changed);

    /** Forgets a task for ever. */
    void remove(TaskId id);

    /** How many tasks the owner has, deleted ones included, and their last position. */
    Tally tally(UserId owner);

    /**
     * The position next to a task in its owner's own order, among tasks that are not deleted.
     *
     * @param other a task that does not count
     * @return empty at the end of the order
     */
    OptionalLong neighbour(Task of, Side side, TaskId other);

    /** Gives all of an owner's tasks positions that are so far apart, in the same order; versions stay. */
    void spread(UserId owner, long gap);

    /**
     * Forgets tasks deleted before the instant, at most so many.
     *
     * @return how many
     */
    int purge(Instant deletedBefore, int most);

    /** Where a neighbour stands. */
    enum Side {
        BEFORE,
        AFTER
    }

    /**
     * What an owner has.
     *
     * @param last the greatest position; 0 without tasks
     */
    record Tally(int count, long last) {}
}
