package dev.mainstay.postgres.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** One PostgreSQL for all tests of this JVM, and a fresh migrated database for whoever asks. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String TEMPLATE = "migrated";

    private static final class Started {
        static final EmbeddedPostgres SERVER = start();
    }

    private TestPostgres() {}

    /** A pool on a new database with every migration applied. */
    public static DataSource freshDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        create(Started.SERVER, name, TEMPLATE);
        return pool(Started.SERVER, name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            create(server, TEMPLATE, "template1");
            try (var pool = pool(server, TEMPLATE)) {
                Migrations.run(pool);
            }
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void create(EmbeddedPostgres server, String name, String template) {
        Jdbi.create(server.getPostgresDatabase())
                .useHandle(handle -> handle.execute("CREATE DATABASE " + name + " TEMPLATE " + template));
    }

    private static HikariDataSource pool(EmbeddedPostgres server, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
