package dev.mainstay.application.home;

import dev.mainstay.application.planner.DueDay;
import dev.mainstay.application.planner.TaskDigestReader;
import dev.mainstay.domain.home.WidgetName;
import java.time.Instant;

/** What is due; it holds until the next due time makes a task overdue. */
public final class TasksWidget implements Widget.Kept {

    private final TaskDigestReader reader;

    public TasksWidget(TaskDigestReader reader) {
        this.reader = reader;
    }

    @Override
    public WidgetName name() {
        return WidgetName.TASKS;
    }

    @Override
    public Loaded load(HomeMoment moment) {
        var digest = reader.digest(moment.user(), new DueDay(moment.now(), moment.zone()));
        return new Loaded(new TasksContent(digest), digest.nextCrossing().orElse(Instant.MAX));
    }
}
