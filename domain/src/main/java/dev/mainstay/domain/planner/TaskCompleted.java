package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;
import java.time.Instant;

/** A task was done. Raised once per completion; a task that is reopened and done again raises it again. */
public record TaskCompleted(UserId owner, TaskId task, Instant at) implements TaskChanged {}
