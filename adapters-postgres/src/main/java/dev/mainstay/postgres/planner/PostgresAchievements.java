package dev.mainstay.postgres.planner;

import dev.mainstay.application.planner.Achievements;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.Achievement.Measure;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.StatementContext;

/** Definitions in {@code planner.achievement}; migrations add them. */
public final class PostgresAchievements implements Achievements {

    private final Database database;

    public PostgresAchievements(Database database) {
        this.database = database;
    }

    @Override
    public List<Achievement> all() {
        return database.read(handle ->
                handle.createQuery("""
                        SELECT code, title, description, measure, threshold, version
                        FROM planner.achievement
                        ORDER BY array_position(ARRAY ['TASKS_DONE', 'FOCUS_SESSIONS', 'FOCUS_MINUTES', 'STREAK_DAYS'], measure),
                                 threshold, code
                        """).map(PostgresAchievements::achievement).list());
    }

    @Override
    public Achievement get(AchievementCode code) {
        return database.read(handle -> handle.createQuery("""
                        SELECT code, title, description, measure, threshold, version
                        FROM planner.achievement
                        WHERE code = :code
                        """)
                .bind("code", code.value())
                .map(PostgresAchievements::achievement)
                .findOne()
                .orElseThrow(() -> new NotFound("achievement_not_found", "There is no such achievement.")));
    }

    @Override
    public void replace(Achievement changed, Version expected) {
        int rows = database.write(handle -> handle.createUpdate("""
                        UPDATE planner.achievement
                        SET title = :title, description = :description, threshold = :threshold, version = :version
                        WHERE code = :code AND version = :expected
                        """)
                .bind("title", changed.title())
                .bind("description", changed.description())
                .bind("threshold", changed.threshold())
                .bind("version", changed.version().number())
                .bind("code", changed.code().value())
                .bind("expected", expected.number())
                .execute());
        if (rows == 0) {
            throw new Stale("stale", "The achievement was changed in the meantime; read it again.");
        }
    }

    @Override
    public boolean hasUnannounced() {
        return database.read(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM planner.achievement WHERE NOT announced)")
                        .mapTo(Boolean.class)
                        .one());
    }

    @Override
    public boolean announce() {
        return database.write(
                        handle -> handle.execute("UPDATE planner.achievement SET announced = TRUE WHERE NOT announced"))
                > 0;
    }

    private static Achievement achievement(ResultSet row, StatementContext context) throws SQLException {
        return new Achievement(
                new AchievementCode(row.getString("code")),
                row.getString("title"),
                row.getString("description"),
                Measure.valueOf(row.getString("measure")),
                row.getLong("threshold"),
                new Version(row.getLong("version")));
    }
}
