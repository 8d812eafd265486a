package dev.mainstay.bootstrap.figures;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** A PostgreSQL of a proof's own that counts its statements itself, by {@code pg_stat_statements}: nothing a server does escapes it. */
final class CountingPostgres implements AutoCloseable {

    private static final String USER = "postgres";

    private final EmbeddedPostgres server;
    private final Connection operator;

    private CountingPostgres(EmbeddedPostgres server, Connection operator) {
        this.server = server;
        this.operator = operator;
    }

    static CountingPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setServerConfig("max_connections", "150")
                    .start();
            var operator = server.getPostgresDatabase().getConnection();
            var postgres = new CountingPostgres(server, operator);
            postgres.execute("CREATE EXTENSION pg_stat_statements");
            return postgres;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A new, empty database, as a {@code DATABASE_URL}. */
    String newDatabase(String name) {
        try {
            execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return "postgresql://" + USER + "@127.0.0.1:" + server.getPort() + '/' + name + "?sslmode=disable";
    }

    /** A connection to one of its databases, for what a proof prepares. */
    Connection connect(String name) throws SQLException {
        return server.getDatabase(USER, name).getConnection();
    }

    /** How often each statement has been called in a database so far, by its text with the constants left out. */
    synchronized Map<String, Long> calls(String name) {
        try (var query = operator.prepareStatement("""
                SELECT regexp_replace(query, '\\s+', ' ', 'g') AS query, sum(calls) AS calls
                FROM pg_stat_statements
                WHERE dbid = (SELECT oid FROM pg_database WHERE datname = ?)
                GROUP BY 1
                """)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                var calls = new TreeMap<String, Long>();
                while (rows.next()) {
                    calls.put(rows.getString("query"), rows.getLong("calls"));
                }
                return calls;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What was called since: what {@link #calls} said before, taken off what it says now. */
    Map<String, Long> callsSince(Map<String, Long> before, String name) {
        var since = new TreeMap<String, Long>();
        calls(name).forEach((query, calls) -> {
            long more = calls - before.getOrDefault(query, 0L);
            if (more > 0) {
                since.put(query, more);
            }
        });
        return since;
    }

    @Override
    public void close() {
        try {
            operator.close();
            server.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
