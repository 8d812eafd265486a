package dev.mainstay.postgres.planner;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.planner.FocusNow;
import dev.mainstay.application.planner.FocusReader;
import dev.mainstay.application.planner.FocusSnapshot;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.ArrayText;
import dev.mainstay.postgres.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads {@code planner.focus_session} and {@code planner.focus_stretch}, one statement for each answer. */
public final class PostgresFocusReader implements FocusReader {

    private final Database database;

    public PostgresFocusReader(Database database) {
        this.database = database;
    }

    @Override
    public FocusNow now(UserId owner) {
        return new FocusNow(database.read(handle -> handle.createQuery("SELECT " + FocusRows.COLUMNS + """
                        FROM planner.focus_session s
                        WHERE s.owner = :owner AND s.state IN ('RUNNING', 'PAUSED')
                        """)
                .bind("owner", owner.value())
                .map(FocusRows::session)
                .findOne()
                .map(FocusSnapshot::of)));
    }

    @Override
    public Page<FocusSnapshot> history(UserId owner, PageRequest page) {
        @Nullable Cursor after = page.after();
        var rows = database.read(handle -> handle.createQuery("SELECT " + FocusRows.COLUMNS + """
                        FROM planner.focus_session s
                        WHERE s.owner = :owner
                          AND (:startedAt::timestamptz IS NULL OR (s.started_at, s.id) < (:startedAt::timestamptz, :id::uuid))
                        ORDER BY s.started_at DESC, s.id DESC
                        LIMIT :limit
                        """)
                .bind("owner", owner.value())
                .bindByType(
                        "startedAt",
                        after == null ? null : Instant.parse(after.values().get(0)),
                        Instant.class)
                .bindByType(
                        "id",
                        after == null ? null : UUID.fromString(after.values().get(1)),
                        UUID.class)
                .bind("limit", page.limit() + 1)
                .map(FocusRows::session)
                .list());
        return Page.of(rows.stream().map(FocusSnapshot::of).toList(), page.limit(), PostgresFocusReader::position);
    }

    private static Cursor position(FocusSnapshot snapshot) {
        return new Cursor(
                NEWEST_FIRST,
                List.of(snapshot.startedAt().toString(), snapshot.id().value().toString()));
    }

    @Override
    public List<Duration> focusedBetween(UserId owner, List<Instant> boundaries) {
        int last = boundaries.size() - 1;
        return database.read(handle -> handle.createQuery("""
                        SELECT coalesce(extract(EPOCH FROM sum(
                                   least(t.ended_at, part.until) - greatest(t.started_at, part.since))
                                   FILTER (WHERE t.session IS NOT NULL)), 0) AS seconds
                        FROM unnest(:since::timestamptz[], :until::timestamptz[]) WITH ORDINALITY AS part (since, until, number)
                        LEFT JOIN (
                            planner.focus_stretch t
                            JOIN planner.focus_session s ON s.id = t.session AND s.state = 'FINISHED'
                        ) ON t.owner = :owner AND t.ended_at > part.since AND t.started_at < part.until
                        GROUP BY part.number
                        ORDER BY part.number
                        """)
                .bind("owner", owner.value())
                .bind("since", ArrayText.of(boundaries.subList(0, last)))
                .bind("until", ArrayText.of(boundaries.subList(1, last + 1)))
                .map((row, context) -> {
                    var seconds = row.getBigDecimal("seconds");
                    return Duration.ofNanos(seconds.movePointRight(9).longValue());
                })
                .list());
    }
}
