package dev.mainstay.application.planner;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.NotFound;

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

    /**
     * One task.
     *
     * @throws NotFound if there is none, or it is deleted
     */
    public Task one(UserId owner, TaskId id) {
        Task task = tasks.get(id, owner);
        if (task.deleted()) {
            throw new NotFound("task_not_found", "There is no such task; it was deleted, and can be restored.");
        }
        return task;
    }

    public Page<Task> list(UserId owner, TaskFilter filter, TaskOrder order, PageRequest page) {
        return reader.list(owner, filter, order, page);
    }

    public Cached<TaskFacets> facets(UserId owner) {
        return views.read(TaskViews.FACETS, owner, reader::facets);
    }
}
