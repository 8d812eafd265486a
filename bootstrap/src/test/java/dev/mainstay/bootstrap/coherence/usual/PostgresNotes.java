package dev.mainstay.bootstrap.coherence.usual;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.SQLException;

/** The facts. Each statement is a transaction of its own, and committed when the method returns. */
@Singleton
@Requires(property = Notes.KIND)
final class PostgresNotes {

    private final HikariDataSource pool = new HikariDataSource(configuration());
    private final ThreadLocal<Boolean> asked = ThreadLocal.withInitial(() -> false);

    PostgresNotes() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS note (id bigint PRIMARY KEY, version bigint NOT NULL, text text NOT NULL);
                    INSERT INTO note SELECT id, 1, 'n1' FROM generate_series(1, %d) AS id ON CONFLICT DO NOTHING;
                    """.formatted(NotesServer.NOTES));
        }
    }

    private static HikariConfig configuration() {
        var url = URI.create(System.getenv("DATABASE_URL"));
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://" + url.getHost() + ':' + url.getPort() + url.getPath());
        config.setUsername(url.getUserInfo());
        config.setMaximumPoolSize(20);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("socketTimeout", "20");
        return config;
    }

    Note find(long id) {
        asked.set(true);
        try (var connection = pool.getConnection();
                var query = connection.prepareStatement("SELECT version, text FROM note WHERE id = ?")) {
            query.setLong(1, id);
            try (var row = query.executeQuery()) {
                row.next();
                return new Note(id, row.getLong(1), row.getString(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    boolean replace(long id, long expected, String text) {
        try (var connection = pool.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE note SET version = version + 1, text = ? WHERE id = ? AND version = ?")) {
            update.setString(1, text);
            update.setLong(2, id);
            update.setLong(3, expected);
            return update.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Whether this thread has asked since it was asked so last. */
    boolean wasAsked() {
        boolean was = asked.get();
        asked.set(false);
        return was;
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
