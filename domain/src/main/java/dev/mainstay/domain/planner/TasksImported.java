package dev.mainstay.domain.planner;

import dev.mainstay.domain.identity.UserId;

/** A part of a file of tasks was stored; tasks that the file says are done raise no {@link TaskCompleted}. */
public record TasksImported(UserId owner, int created, int updated) implements TaskChanged {}
