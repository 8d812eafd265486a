package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusChanged;
import dev.mainstay.domain.planner.FocusChanged.FocusAbandoned;
import dev.mainstay.domain.planner.FocusChanged.FocusFinished;
import dev.mainstay.domain.planner.FocusChanged.FocusPaused;
import dev.mainstay.domain.planner.FocusChanged.FocusResumed;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Takes a focus session to its next state (P2). */
public final class MoveFocus {

    /** Where to. */
    public enum Move {
        PAUSE,
        RESUME,
        FINISH,
        ABANDON
    }

    /** Which session to take where, and the version its owner has seen. */
    public record Command(UserId owner, FocusSessionId session, Version expected, Move move) {}

    private final Writes writes;
    private final FocusSessions sessions;
    private final InstantSource clock;

    public MoveFocus(Writes writes, FocusSessions sessions, InstantSource clock) {
        this.writes = writes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The session in its next state.
     *
     * @throws Stale if another device was faster
     * @throws dev.mainstay.domain.refusal.Conflict if its present state does not allow the move
     */
    public FocusSession handle(Command command) {
        return writes.run(events -> {
            var session = sessions.get(command.session(), command.owner());
            if (!session.version().equals(command.expected())) {
                throw new Stale("stale", "The focus session was changed by another device; read it again.");
            }
            var moved = moved(session, command.move(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            sessions.replace(moved, command.expected());
            events.raise(event(moved));
            return moved;
        });
    }

    private static FocusSession moved(FocusSession session, Move move, Instant now) {
        return switch (move) {
            case PAUSE -> session.pause(now);
            case RESUME -> session.resume(now);
            case FINISH -> session.finish(now);
            case ABANDON -> session.abandon(now);
        };
    }

    static FocusChanged event(FocusSession moved) {
        var id = moved.plan().id();
        var owner = moved.plan().owner();
        return switch (moved) {
            case FocusSession.Running running -> new FocusResumed(id, owner);
            case FocusSession.Paused paused -> new FocusPaused(id, owner);
            case FocusSession.Finished finished ->
                new FocusFinished(id, owner, finished.focused(finished.endedAt()), finished.endedAt());
            case FocusSession.Abandoned abandoned -> new FocusAbandoned(id, owner);
        };
    }
}
