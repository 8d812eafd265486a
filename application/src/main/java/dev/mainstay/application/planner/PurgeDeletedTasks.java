package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.planner.Task;
import java.time.InstantSource;

/** Forgets tasks that were deleted so long ago that they can no longer be restored. No view shows them. */
public final class PurgeDeletedTasks {

    private static final int AT_ONCE = 1_000;

    private final Writes writes;
    private final Tasks tasks;
    private final InstantSource clock;

    public PurgeDeletedTasks(Writes writes, Tasks tasks, InstantSource clock) {
        this.writes = writes;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Forgets all of them and returns how many they were. */
    public int run() {
        var before = clock.instant().minus(Task.RESTORABLE);
        int all = 0;
        int purged;
        do {
            purged = writes.run(events -> tasks.purge(before, AT_ONCE));
            all += purged;
        } while (purged == AT_ONCE);
        return all;
    }
}
