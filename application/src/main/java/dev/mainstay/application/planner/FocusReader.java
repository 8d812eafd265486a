package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads focus sessions for showing; one statement for each answer. */
public interface FocusReader {

    /** The name of the order of {@link #history}. */
    String NEWEST_FIRST = "focus.newest";

    /** The session that has not ended. */
    FocusNow now(UserId owner);

    /**
     * All sessions of a user, those that have not ended too, latest start first.
     *
     * @param page of the order {@link #NEWEST_FIRST}
     */
    Page<FocusSnapshot> history(UserId owner, PageRequest page);

    /**
     * The time focused in finished sessions, split at each boundary.
     *
     * @param boundaries ascending, two at least
     * @return one less than there are boundaries: the first is the time between the first and the second of them
     */
    List<Duration> focusedBetween(UserId owner, List<Instant> boundaries);
}
