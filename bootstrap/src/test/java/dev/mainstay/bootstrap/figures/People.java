package dev.mainstay.bootstrap.figures;

import dev.mainstay.application.identity.AccessTokens;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Many people at once: written into the tables, and given the access tokens that a login would give them. */
final class People {

    private People() {}

    /** So many people who have registered with this server, each as the beginning of that person's requests. */
    static List<Requests> of(MainstayServer server, int count) {
        insert(server.databaseUrl(), count);
        return known(server, count);
    }

    /** One who has registered with this server, as a client. */
    static Api one(MainstayServer server) {
        return client(server, of(server, 1).getFirst());
    }

    /** The beginning of a person's requests as a client. */
    static Api client(MainstayServer server, Requests person) {
        return server.api().as(person.headers().strip().substring("Authorization: Bearer ".length()));
    }

    /** The same people, at another server on the same facts. */
    static List<Requests> known(MainstayServer server, int count) {
        var tokens = server.bean(AccessTokens.class);
        return IntStream.range(0, count)
                .mapToObj(number -> Requests.of(tokens.issue(id(number), new SessionId(id("session", number)))))
                .toList();
    }

    /** The id of the person of that number. */
    static UserId id(int number) {
        return new UserId(id("account", number));
    }

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8));
    }

    private static void insert(String databaseUrl, int count) {
        String jdbcUrl = databaseUrl.replaceFirst("postgresql://postgres@", "jdbc:postgresql://");
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "")) {
            insert(connection, count);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void insert(Connection connection, int count) throws SQLException {
        connection.setAutoCommit(false);
        try (var account = connection.prepareStatement("""
                        INSERT INTO identity.account (id, email, registered_at, verified_at)
                        VALUES (?, ?, now(), now())
                        """);
                var profile = connection.prepareStatement("""
                        INSERT INTO identity.profile (user_id, name, bio, theme, time_zone, locale, preferences, version)
                        VALUES (?, ?, '', 'SYSTEM', 'UTC', 'en', '', 1)
                        """);
                var session = connection.prepareStatement("""
                        INSERT INTO identity.session
                            (id, user_id, device, address_hash, created_at, last_seen_at, expires_at)
                        VALUES (?, ?, 'proof', '', now(), now(), now() + interval '30 days')
                        """)) {
            for (int number = 0; number < count; number++) {
                UUID user = id("account", number);
                account.setObject(1, user);
                account.setString(2, "person" + number + "@example.org");
                account.addBatch();
                profile.setObject(1, user);
                profile.setString(2, "Person " + number);
                profile.addBatch();
                session.setObject(1, id("session", number));
                session.setObject(2, user);
                session.addBatch();
            }
            account.executeBatch();
            profile.executeBatch();
            session.executeBatch();
        }
        connection.commit();
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("ANALYZE");
        }
    }
}
