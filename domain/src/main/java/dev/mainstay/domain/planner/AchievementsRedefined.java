package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.DomainEvent;

/** What can be achieved has changed for everybody: an administrator's edit, or a release that brought new definitions. */
public record AchievementsRedefined() implements DomainEvent {}
