package dev.mainstay.bootstrap.harness;

import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.embedded.Home;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that end-to-end tests share: one PostgreSQL and one Redis for this JVM, started at first use. */
public final class TestServers {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static final class Redis {
        static final EmbeddedRedis SERVER = ownRedis();
    }

    private TestServers() {}

    /** A new, empty database. */
    public static String freshDatabaseUrl() {
        String name = "e2e_" + DATABASES.incrementAndGet();
        try (var connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return "postgresql://postgres@127.0.0.1:" + Postgres.SERVER.getPort() + '/' + name + "?sslmode=disable";
    }

    /** The Redis of all tests that leave it in peace. */
    public static EmbeddedRedis redis() {
        return Redis.SERVER;
    }

    /** A Redis for a test that does not; stopped when the JVM ends at the latest. */
    public static EmbeddedRedis ownRedis() {
        EmbeddedRedis redis = EmbeddedRedis.start(temporaryHome());
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> redis.process().ifPresent(ProcessHandle::destroyForcibly)));
        return redis;
    }

    /** An empty home directory below the build's. */
    public static Home temporaryHome() {
        return Home.take(temporaryDirectory());
    }

    static Path temporaryDirectory() {
        try {
            Path target = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            return Files.createTempDirectory(target, "home");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
