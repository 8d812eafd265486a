package dev.mainstay.application.planner;

import dev.mainstay.domain.planner.TaskId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A user's open tasks with a due time, in brief.
 *
 * @param overdue timed tasks whose time has come, and all-day tasks of days before today
 * @param today others that are due today
 * @param upcoming those due in the seven days after today
 * @param doneToday how many were completed today
 * @param next the first few of each bucket, in order of their due times
 * @param nextCrossing when the next timed task becomes overdue: until then, and until midnight, the digest holds
 */
public record TaskDigest(
        int overdue, int today, int upcoming, int doneToday, List<DueTask> next, Optional<Instant> nextCrossing) {

    public TaskDigest {
        next = List.copyOf(next);
    }

    /** Where a task stands in the digest. */
    public enum Bucket {
        OVERDUE,
        TODAY,
        UPCOMING
    }

    /**
     * A task in the digest.
     *
     * @param due the wall time; midnight of a whole day
     * @param zone of the wall time; empty for a whole day
     */
    public record DueTask(TaskId id, String title, Bucket bucket, LocalDateTime due, Optional<ZoneId> zone) {}
}
