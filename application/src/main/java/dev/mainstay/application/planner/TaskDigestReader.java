package dev.mainstay.application.planner;

import dev.mainstay.domain.identity.UserId;

/** Reads what is due, for showing on one small place. */
@FunctionalInterface
public interface TaskDigestReader {

    /** How many tasks of each bucket {@link TaskDigest#next()} names. */
    int OF_EACH = 5;

    /** The digest of a user's tasks that are not deleted, in one statement. */
    TaskDigest digest(UserId owner, DueDay day);
}
