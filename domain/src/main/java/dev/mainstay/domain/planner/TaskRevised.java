package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;

/** What a task says, or its place in the order, was changed. */
public record TaskRevised(UserId owner, TaskId task) implements TaskChanged {}
