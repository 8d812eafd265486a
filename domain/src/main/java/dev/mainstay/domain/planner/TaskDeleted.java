package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;

/** A task was put where it can still be restored from. */
public record TaskDeleted(UserId owner, TaskId task) implements TaskChanged {}
