package dev.mainstay.postgres.planner;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.planner.TaskFacets;
import dev.mainstay.application.planner.TaskFilter;
import dev.mainstay.application.planner.TaskOrder;
import dev.mainstay.application.planner.TaskReader;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.postgres.sql.Database;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Lists of tasks from {@code planner.task}, by keyset: a page costs the same wherever it is. */
public final class PostgresTaskReader implements TaskReader {

    private final Database database;

    public PostgresTaskReader(Database database) {
        this.database = database;
    }

    @Override
    public Page<Task> list(UserId owner, TaskFilter filter, TaskOrder order, PageRequest page) {
        var after = page.after();
        if (after != null && !after.order().equals(order.name())) {
            throw new Invalid("cursor", "other_order", "is of another order of the list; start from its first page");
        }
        var key = SortKey.of(order);
        String direction = order.descending() ? " DESC" : "";
        String beyond = after == null
                ? ""
                : " AND (" + key.sql() + ", id) " + (order.descending() ? "<" : ">") + " (" + key.value()
                        + ", :afterId)";
        return database.read(handle -> {
            var query = TaskConditions.of(filter)
                    .bind(handle.createQuery("SELECT " + TaskRows.COLUMNS + " FROM planner.task WHERE owner = :owner"
                            + TaskConditions.of(filter).sql() + beyond
                            + " ORDER BY " + key.sql() + direction + ", id" + direction
                            + " LIMIT :limit"))
                    .bind("owner", owner.value())
                    .bind("limit", page.limit() + 1);
            if (after != null) {
                query.bind("after", after.values().get(0))
                        .bind("afterId", UUID.fromString(after.values().get(1)));
            }
            return Page.of(query.map(TaskRows::task).list(), page.limit(), order::cursor);
        });
    }

    @Override
    public TaskFacets facets(UserId owner) {
        return database.read(handle -> {
            var rows = handle.createQuery("""
                            WITH present AS (
                                SELECT project, labels, done_at IS NULL AS open
                                FROM planner.task
                                WHERE owner = :owner AND deleted_at IS NULL
                            )
                            SELECT kind, name, open, done FROM (
                            SELECT 0 AS kind, '' AS name, count(*) FILTER (WHERE open) AS open, count(*) FILTER (WHERE NOT open) AS done
                            FROM present
                            UNION ALL
                            SELECT 1, project, count(*) FILTER (WHERE open), count(*) FILTER (WHERE NOT open)
                            FROM present WHERE project IS NOT NULL GROUP BY project
                            UNION ALL
                            SELECT 2, label, count(*) FILTER (WHERE open), count(*) FILTER (WHERE NOT open)
                            FROM present, unnest(labels) AS label GROUP BY label) AS facet
                            ORDER BY kind, name COLLATE "C"
                            """)
                    .bind("owner", owner.value())
                    .map((row, context) -> new Facet(
                            row.getInt("kind"),
                            new TaskFacets.Named(row.getString("name"), row.getInt("open"), row.getInt("done"))))
                    .list();
            var all = rows.getFirst().named();
            return new TaskFacets(
                    all.open(),
                    all.done(),
                    named(rows, facet -> facet.kind() == 1),
                    named(rows, facet -> facet.kind() == 2));
        });
    }

    private static List<TaskFacets.Named> named(List<Facet> facets, Predicate<Facet> which) {
        return facets.stream().filter(which).map(Facet::named).toList();
    }

    private record Facet(int kind, TaskFacets.Named named) {}

    /**
     * What is sorted by, and how a cursor's text becomes comparable with it.
     *
     * @param sql never null, so that one comparison of rows finds the place of a page
     */
    private record SortKey(String sql, String value) {
        static SortKey of(TaskOrder order) {
            return switch (order.by()) {
                case MANUAL -> new SortKey("position", ":after::bigint");
                case PRIORITY -> new SortKey("priority", ":after::smallint");
                case CREATED -> new SortKey("created_at", ":after::timestamptz");
                case TITLE -> new SortKey("title_key", ":after");
                case DUE -> {
                    String last = order.descending() ? "'-infinity'::timestamptz" : "'infinity'::timestamptz";
                    yield new SortKey(
                            "coalesce(due_at, " + last + ")",
                            "coalesce(nullif(:after, '')::timestamptz, " + last + ")");
                }
            };
        }
    }
}
