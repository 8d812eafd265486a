package dev.mainstay.application.planner;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import java.time.Instant;
import java.util.List;

/** The focus sessions of all users; at most one of each user's is running or paused, and the store itself sees to it (P2). */
public interface FocusSessions {

    /**
     * Adds a session that has just begun.
     *
     * @throws dev.mainstay.domain.refusal.Conflict {@code focus_running} if the owner has one that has not ended
     */
    void add(FocusSession.Running session);

    /**
     * A session, with its stretches.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none with this id, or it is another's
     */
    FocusSession get(FocusSessionId id, UserId owner);

    /**
     * Stores the next state of a session.
     *
     * @throws dev.mainstay.domain.refusal.Stale if it is not at the expected version any more
     */
    void replace(FocusSession changed, Version expected);

    /**
     * Sessions that have not ended although their planned end lies before the instant, longest overdue first. They are
     * locked until the transaction ends; those that another transaction has locked are left out.
     */
    List<FocusSession> claimOverdue(Instant plannedEndBefore, int limit);
}
