package dev.mainstay.application.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.Stretch;
import dev.mainstay.domain.planner.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A focus session as it is shown. No second is counted here: whoever shows it adds the time since {@link #runningSince()}.
 *
 * @param focused the completed stretches together
 * @param runningSince when the present stretch began; empty unless it is running
 * @param plannedEnd when the planned time is used up; for one that has ended, when it ended
 */
public record FocusSnapshot(
        FocusSessionId id,
        Version version,
        State state,
        Optional<TaskId> task,
        Duration planned,
        Instant startedAt,
        Duration focused,
        Optional<Instant> runningSince,
        Instant plannedEnd,
        Optional<Instant> endedAt) {

    /** Where in its life it is. */
    public enum State {
        RUNNING,
        PAUSED,
        FINISHED,
        ABANDONED
    }

    public static FocusSnapshot of(FocusSession session) {
        return switch (session) {
            case FocusSession.Running running ->
                of(running, State.RUNNING, Optional.of(running.since()), Optional.empty());
            case FocusSession.Paused paused -> of(paused, State.PAUSED, Optional.empty(), Optional.empty());
            case FocusSession.Finished finished ->
                of(finished, State.FINISHED, Optional.empty(), Optional.of(finished.endedAt()));
            case FocusSession.Abandoned abandoned ->
                of(abandoned, State.ABANDONED, Optional.empty(), Optional.of(abandoned.endedAt()));
        };
    }

    private static FocusSnapshot of(
            FocusSession session, State state, Optional<Instant> runningSince, Optional<Instant> endedAt) {
        var plan = session.plan();
        return new FocusSnapshot(
                plan.id(),
                session.version(),
                state,
                plan.task(),
                plan.planned(),
                plan.startedAt(),
                Stretch.sum(session.stretches()),
                runningSince,
                session.plannedEnd(),
                endedAt);
    }
}
