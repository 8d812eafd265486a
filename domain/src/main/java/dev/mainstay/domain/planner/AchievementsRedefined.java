package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.DomainEvent;

/** What can be achieved has changed for everybody: by an administrator, or by a release that brought new definitions. */
public interface AchievementsRedefined extends DomainEvent {

    /** A release may have brought new definitions. */
    record AchievementsReleased() implements AchievementsRedefined {}
}
