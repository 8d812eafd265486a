package dev.mainstay.application.planner;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;

/** Lists of an owner's tasks. */
public interface TaskReader {

    /**
     * A page of the owner's tasks that pass the filter, in the order; tasks without a due time come last, whichever way.
     *
     * @throws dev.mainstay.domain.refusal.Invalid if the cursor is of another order
     */
    Page<Task> list(UserId owner, TaskFilter filter, TaskOrder order, PageRequest page);

    /** What the owner's tasks that are not deleted are gathered by. */
    TaskFacets facets(UserId owner);
}
