package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.Awards;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Achievement.Measure;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.Award;
import dev.mainstay.domain.planner.Progress;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Awards in {@code planner.award}, whose primary key gives each once. */
public final class PostgresAwards implements Awards {

    private final Database database;

    public PostgresAwards(Database database) {
        this.database = database;
    }

    @Override
    public List<AchievementCode> giveReached(Progress progress, LocalDate today, Instant at) {
        return database.write(handle -> handle.createQuery("""
                        INSERT INTO planner.award (owner, achievement, awarded_at)
                        SELECT :owner, a.code, :at
                        FROM planner.achievement a
                        WHERE a.threshold <= CASE a.measure
                                WHEN 'TASKS_DONE' THEN :tasksDone
                                WHEN 'FOCUS_SESSIONS' THEN :focusSessions
                                WHEN 'FOCUS_MINUTES' THEN :focusMinutes
                                WHEN 'STREAK_DAYS' THEN :streakDays END
                          AND NOT EXISTS (SELECT 1 FROM planner.award w WHERE w.owner = :owner AND w.achievement = a.code)
                        ON CONFLICT (owner, achievement) DO NOTHING
                        RETURNING achievement
                        """)
                .bind("owner", progress.owner().value())
                .bind("at", at)
                .bind("tasksDone", progress.of(Measure.TASKS_DONE, today))
                .bind("focusSessions", progress.of(Measure.FOCUS_SESSIONS, today))
                .bind("focusMinutes", progress.of(Measure.FOCUS_MINUTES, today))
                .bind("streakDays", progress.of(Measure.STREAK_DAYS, today))
                .map((row, context) -> new AchievementCode(row.getString("achievement")))
                .list());
    }

    @Override
    public List<Award> of(UserId owner) {
        return database.read(handle -> handle.createQuery("""
                        SELECT owner, achievement, awarded_at
                        FROM planner.award
                        WHERE owner = :owner
                        ORDER BY awarded_at DESC, achievement
                        """)
                .bind("owner", owner.value())
                .map((row, context) -> new Award(
                        new UserId(row.getObject("owner", UUID.class)),
                        new AchievementCode(row.getString("achievement")),
                        row.getTimestamp("awarded_at").toInstant()))
                .list());
    }
}
