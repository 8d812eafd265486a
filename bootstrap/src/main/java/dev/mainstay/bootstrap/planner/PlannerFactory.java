package dev.mainstay.bootstrap.planner;

import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.identity.OwnedData;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.planner.BulkTasks;
import dev.mainstay.application.planner.CompleteTask;
import dev.mainstay.application.planner.CreateTask;
import dev.mainstay.application.planner.DeleteTask;
import dev.mainstay.application.planner.ExportTasks;
import dev.mainstay.application.planner.ImportTasks;
import dev.mainstay.application.planner.MoveTask;
import dev.mainstay.application.planner.OwnTasks;
import dev.mainstay.application.planner.PurgeDeletedTasks;
import dev.mainstay.application.planner.Recurrences;
import dev.mainstay.application.planner.ReopenTask;
import dev.mainstay.application.planner.RestoreTask;
import dev.mainstay.application.planner.ReviseTask;
import dev.mainstay.application.planner.ShowTasks;
import dev.mainstay.application.planner.TaskReader;
import dev.mainstay.application.planner.TaskViews;
import dev.mainstay.application.planner.Tasks;
import dev.mainstay.application.planner.TasksOwnedData;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.bootstrap.ground.FeatureViews;
import dev.mainstay.bootstrap.jobs.PeriodicJob;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.postgres.planner.PostgresTaskReader;
import dev.mainstay.postgres.planner.PostgresTasks;
import dev.mainstay.postgres.sql.Database;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Tasks (P1). */
@Factory
@Requires(property = "mainstay.features.planner", notEquals = "false")
final class PlannerFactory {

    @Singleton
    Tasks tasks(Database database) {
        return new PostgresTasks(database);
    }

    @Singleton
    TaskReader taskReader(Database database) {
        return new PostgresTaskReader(database);
    }

    /** What other parts of the planner may know of tasks. */
    @Singleton
    OwnTasks ownTasks(Tasks tasks) {
        return (task, owner) -> {
            if (tasks.get(task, owner).deleted()) {
                throw new NotFound("task_not_found", "There is no such task; it was deleted.");
            }
        };
    }

    @Singleton
    FeatureViews taskViews() {
        return new FeatureViews(TaskViews.all());
    }

    @Singleton
    ShowTasks showTasks(Tasks tasks, TaskReader reader, ViewCache views) {
        return new ShowTasks(tasks, reader, views);
    }

    @Singleton
    CreateTask createTask(Writes writes, Tasks tasks, Recurrences recurrences, Ids ids, InstantSource clock) {
        return new CreateTask(writes, tasks, recurrences, ids, clock);
    }

    @Singleton
    ReviseTask reviseTask(Writes writes, Tasks tasks, Recurrences recurrences, Ids ids, InstantSource clock) {
        return new ReviseTask(writes, tasks, recurrences, ids, clock);
    }

    @Singleton
    CompleteTask completeTask(
            Writes writes, Tasks tasks, Recurrences recurrences, UserZones zones, Ids ids, InstantSource clock) {
        return new CompleteTask(writes, tasks, recurrences, zones, ids, clock);
    }

    @Singleton
    ReopenTask reopenTask(Writes writes, Tasks tasks, Recurrences recurrences, UserZones zones, InstantSource clock) {
        return new ReopenTask(writes, tasks, recurrences, zones, clock);
    }

    @Singleton
    DeleteTask deleteTask(Writes writes, Tasks tasks, InstantSource clock) {
        return new DeleteTask(writes, tasks, clock);
    }

    @Singleton
    RestoreTask restoreTask(Writes writes, Tasks tasks) {
        return new RestoreTask(writes, tasks);
    }

    @Singleton
    MoveTask moveTask(Writes writes, Tasks tasks) {
        return new MoveTask(writes, tasks);
    }

    @Singleton
    BulkTasks bulkTasks(CompleteTask complete, ReopenTask reopen, DeleteTask delete, ReviseTask revise) {
        return new BulkTasks(complete, reopen, delete, revise);
    }

    @Singleton
    ImportTasks importTasks(Writes writes, Tasks tasks, Recurrences recurrences, Ids ids, InstantSource clock) {
        return new ImportTasks(writes, tasks, recurrences, ids, clock);
    }

    @Singleton
    ExportTasks exportTasks(TaskReader reader) {
        return new ExportTasks(reader);
    }

    @Singleton
    OwnedData tasksOwnedData(ExportTasks tasks) {
        return new TasksOwnedData(tasks);
    }

    @Singleton
    PeriodicJob purgingDeletedTasks(Writes writes, Tasks tasks, InstantSource clock) {
        return new PeriodicJob(
                "purge-deleted-tasks", Duration.ofHours(6), new PurgeDeletedTasks(writes, tasks, clock)::run);
    }
}
