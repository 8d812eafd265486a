package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;

/** Shows an owner's tasks: one, a page of a list, and what they are gathered by. */
public final class ShowTasks {

    private final Tasks tasks;
    private final TaskReader reader;
    private final ViewCache views;

    public ShowTasks(Tasks tasks, TaskReader reader, ViewCache views) {
        this.tasks = tasks;
        this.reader = reader;
        this.views = views;
    }

    /** One task, deleted or not. */
    public Task one(UserId owner, TaskId task) {
        return tasks.get(task, owner);
    }

    public Page<Task> list(UserId owner, TaskFilter filter, TaskOrder order, PageRequest page) {
        return reader.list(owner, filter, order, page);
    }

    public Cached<TaskFacets> facets(UserId owner) {
        return views.read(TaskViews.FACETS, owner, reader::facets);
    }
}
