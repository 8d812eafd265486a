package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;
import java.time.Instant;

/** A user achieved something. Once given it stays, also when a completion that led to it is undone (P4). */
public record Award(UserId owner, AchievementCode achievement, Instant at) {}
