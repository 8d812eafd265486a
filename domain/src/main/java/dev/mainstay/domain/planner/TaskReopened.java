package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;

/** A task that was done is to be done again. */
public record TaskReopened(UserId owner, TaskId task) implements TaskChanged {}
