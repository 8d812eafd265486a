package dev.mainstay.application.planner;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;

/** Answers whether a task may be named by a user. */
@FunctionalInterface
public interface OwnTasks {

    /**
     * Returns if the task is the owner's and not deleted.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if it is not
     */
    void require(TaskId task, UserId owner);
}
