package dev.mainstay.application.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Progress;

/** How far each user has come. */
public interface ProgressBook {

    /** The user's progress, {@link Progress#none} if nothing was stored yet. */
    Progress of(UserId owner);

    /** As {@link #of}; until this transaction ends, others that lock it wait. */
    Progress lock(UserId owner);

    /** Stores what was locked in this transaction and has advanced. */
    void store(Progress progress);
}
