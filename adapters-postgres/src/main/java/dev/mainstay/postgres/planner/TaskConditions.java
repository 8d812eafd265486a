package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.TaskFilter;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.postgres.sql.Conditions;
import java.util.Locale;

/** A filter as conditions of a WHERE. */
final class TaskConditions {

    private TaskConditions() {}

    static Conditions of(TaskFilter filter) {
        var all = new Conditions();
        all.and(filter.deleted() ? "deleted_at IS NOT NULL" : "deleted_at IS NULL");
        switch (filter.state()) {
            case ALL -> {}
            case OPEN -> all.and("done_at IS NULL");
            case DONE -> all.and("done_at IS NOT NULL");
        }
        if (filter.dueFrom() != null) {
            all.and("due_at >= :dueFrom", "dueFrom", filter.dueFrom());
        }
        if (filter.dueBefore() != null) {
            all.and("due_at < :dueBefore", "dueBefore", filter.dueBefore());
        }
        if (filter.label() != null) {
            all.and(":label = ANY(labels)", "label", filter.label());
        }
        if (filter.project() != null) {
            all.and("project = :project", "project", filter.project());
        }
        all.andAny(
                "priority = ANY(:priorities)",
                "priorities",
                Integer.class,
                filter.priorities().stream().map(Priority::rank).toList());
        if (filter.text() != null) {
            all.and(
                    "(position(:text IN title_key) > 0 OR position(:text IN lower(notes)) > 0)",
                    "text",
                    filter.text().toLowerCase(Locale.ROOT));
        }
        return all;
    }
}
