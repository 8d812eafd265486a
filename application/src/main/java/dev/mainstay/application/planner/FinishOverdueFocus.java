package dev.mainstay.application.planner;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.planner.FocusSession;
import java.time.InstantSource;

/**
 * Finishes the sessions that their users forgot: a job that may run on every instance at once, for each session is claimed by
 * one of them (G15). It counts the planned time and not the hours of forgetting.
 */
public final class FinishOverdueFocus {

    private static final int BATCH = 100;

    private final Writes writes;
    private final FocusSessions sessions;
    private final InstantSource clock;

    public FinishOverdueFocus(Writes writes, FocusSessions sessions, InstantSource clock) {
        this.writes = writes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Finishes all that are overdue and returns how many there were. */
    public int handle() {
        int all = 0;
        int finished;
        do {
            finished = finishBatch();
            all += finished;
        } while (finished == BATCH);
        return all;
    }

    private int finishBatch() {
        return writes.run(events -> {
            var overdue = sessions.claimOverdue(clock.instant().minus(FocusSession.GRACE), BATCH);
            for (FocusSession session : overdue) {
                var finished = session.finishOverdue();
                sessions.replace(finished, session.version());
                events.raise(MoveFocus.event(finished));
            }
            return overdue.size();
        });
    }
}
