package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;

/** A deleted task is back. */
public record TaskRestored(UserId owner, TaskId task) implements TaskChanged {}
