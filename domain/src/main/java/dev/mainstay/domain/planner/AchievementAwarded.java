package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;

/** A user achieved something for the first and only time (P4). */
public record AchievementAwarded(UserId owner, AchievementCode achievement, Instant at) implements DomainEvent {}
