package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;

/** Something about a user's tasks is no longer as it was; whatever shows their tasks listens to this. */
public sealed interface TaskChanged extends DomainEvent
        permits TaskCompleted, TaskCreated, TaskDeleted, TaskReopened, TaskRestored, TaskRevised, TasksImported {

    UserId owner();
}
