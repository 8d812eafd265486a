package dev.mainstay.application.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.Award;
import dev.mainstay.domain.planner.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Who has achieved what: each once, and for ever (P4). */
public interface Awards {

    /**
     * Gives the owner every award whose threshold is reached on that day and that they do not have yet.
     *
     * @return those that were given now; however many ask at once, each award is given to one of them
     */
    List<AchievementCode> giveReached(Progress progress, LocalDate today, Instant at);

    /** A user's awards, latest first. */
    List<Award> of(UserId owner);
}
