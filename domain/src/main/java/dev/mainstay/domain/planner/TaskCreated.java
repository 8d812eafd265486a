package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;

/** A task came to be, by its owner or as the next occurrence of a series. */
public record TaskCreated(UserId owner, TaskId task) implements TaskChanged {}
