package dev.mainstay.application.planner;

import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusChanged.FocusStarted;
import dev.mainstay.domain.planner.FocusPlan;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.TaskId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Begins a focus session; a user has one at a time (P2). */
public final class StartFocus {

    /** What to begin, and for which of the owner's tasks, if for one. */
    public record Command(UserId owner, Optional<TaskId> task, int plannedMinutes) {}

    private final Writes writes;
    private final FocusSessions sessions;
    private final OwnTasks tasks;
    private final Ids ids;
    private final InstantSource clock;

    public StartFocus(Writes writes, FocusSessions sessions, OwnTasks tasks, Ids ids, InstantSource clock) {
        this.writes = writes;
        this.sessions = sessions;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    public FocusSession.Running handle(Command command) {
        return writes.run(events -> {
            command.task().ifPresent(task -> tasks.require(task, command.owner()));
            var session = FocusSession.start(new FocusPlan(
                    new FocusSessionId(ids.next()),
                    command.owner(),
                    command.task(),
                    Duration.ofMinutes(command.plannedMinutes()),
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
            sessions.add(session);
            events.raise(new FocusStarted(session.plan().id(), command.owner()));
            return session;
        });
    }
}
