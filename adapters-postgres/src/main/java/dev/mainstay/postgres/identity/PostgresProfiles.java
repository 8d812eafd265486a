package dev.mainstay.postgres.identity;

import dev.mainstay.application.identity.Profiles;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.Theme;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Stale;
import dev.mainstay.postgres.sql.Database;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Update;

/** Profiles in {@code identity.profile}. */
public final class PostgresProfiles implements Profiles {

    static final GenericType<Map<String, String>> PREFERENCES = new GenericType<>() {};

    private final Database database;

    public PostgresProfiles(Database database) {
        this.database = database;
    }

    @Override
    public void add(Profile profile) {
        database.execute(handle -> bind(handle.createUpdate("""
                        INSERT INTO identity.profile (user_id, name, bio, theme, time_zone, locale, preferences, version)
                        VALUES (:user, :name, :bio, :theme, :timeZone, :locale, :preferences, :version)
                        """), profile).execute());
    }

    @Override
    public Optional<Profile> find(UserId user) {
        return database.read(handle -> handle.createQuery("""
                        SELECT name, bio, theme, time_zone, locale, preferences, version
                        FROM identity.profile WHERE user_id = :user
                        """)
                .bind("user", user.value())
                .map((row, context) -> new Profile(
                        user,
                        row.getString("name"),
                        row.getString("bio"),
                        Theme.valueOf(row.getString("theme")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("locale"),
                        context.findColumnMapperFor(PREFERENCES).orElseThrow().map(row, "preferences", context),
                        new Version(row.getLong("version"))))
                .findOne());
    }

    @Override
    public void replace(Profile revised, Version expected) {
        database.execute(handle -> {
            int rows = bind(handle.createUpdate("""
                            UPDATE identity.profile
                            SET name = :name, bio = :bio, theme = :theme, time_zone = :timeZone, locale = :locale,
                                preferences = :preferences, version = :version
                            WHERE user_id = :user AND version = :expected
                            """), revised)
                    .bind("expected", expected.number())
                    .execute();
            if (rows == 0) {
                throw new Stale("profile_stale", "The profile was changed meanwhile; read it again.");
            }
        });
    }

    @Override
    public void touch(UserId user) {
        database.execute(
                handle -> handle.createUpdate("UPDATE identity.profile SET version = version + 1 WHERE user_id = :user")
                        .bind("user", user.value())
                        .execute());
    }

    private static Update bind(Update statement, Profile profile) {
        return statement
                .bind("user", profile.user().value())
                .bind("name", profile.name())
                .bind("bio", profile.bio())
                .bind("theme", profile.theme())
                .bind("timeZone", profile.timeZone().getId())
                .bind("locale", profile.locale())
                .bindByType("preferences", profile.preferences(), PREFERENCES)
                .bind("version", profile.version().number());
    }
}
