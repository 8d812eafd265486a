package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.TaskFilter;
import dev.mainstay.domain.planner.Priority;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/** A filter as conditions of a WHERE; every value is bound, never written into the SQL. */
final class TaskConditions {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final TaskFilter filter;

    private TaskConditions(TaskFilter filter) {
        this.filter = filter;
    }

    static TaskConditions of(TaskFilter filter) {
        var all = new TaskConditions(filter);
        all.collect();
        return all;
    }

    String sql() {
        return String.join("", conditions);
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        if (!filter.priorities().isEmpty()) {
            query.bindArray(
                    "priorities",
                    Integer.class,
                    filter.priorities().stream().map(Priority::rank).toArray());
        }
        return query;
    }

    private void collect() {
        and(filter.deleted() ? "deleted_at IS NOT NULL" : "deleted_at IS NULL");
        switch (filter.state()) {
            case ALL -> {}
            case OPEN -> and("done_at IS NULL");
            case DONE -> and("done_at IS NOT NULL");
        }
        if (filter.dueFrom() != null) {
            and("due_at >= :dueFrom", "dueFrom", filter.dueFrom());
        }
        if (filter.dueBefore() != null) {
            and("due_at < :dueBefore", "dueBefore", filter.dueBefore());
        }
        if (filter.label() != null) {
            and(":label = ANY(labels)", "label", filter.label());
        }
        if (filter.project() != null) {
            and("project = :project", "project", filter.project());
        }
        if (!filter.priorities().isEmpty()) {
            and("priority = ANY(:priorities)");
        }
        if (filter.text() != null) {
            and(
                    "(position(:text IN title_key) > 0 OR position(:text IN lower(notes)) > 0)",
                    "text",
                    filter.text().toLowerCase(Locale.ROOT));
        }
    }

    private void and(String condition) {
        conditions.add(" AND " + condition);
    }

    private void and(String condition, String name, Object value) {
        and(condition);
        values.put(name, value);
    }
}
