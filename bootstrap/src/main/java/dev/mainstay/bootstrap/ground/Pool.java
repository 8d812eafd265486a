package dev.mainstay.bootstrap.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.bootstrap.configuration.DatabaseUrl;
import dev.mainstay.bootstrap.configuration.Misconfigured;
import dev.mainstay.postgres.sql.Migrations;
import dev.mainstay.postgres.sql.WatchedSockets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * The bounded pool of connections to PostgreSQL. Whoever finds it empty waits two seconds and is answered 503, rather than waiting for
 * ever, and at once where too many wait already ({@link GatedPool}). The server ends what stalls: a statement after 15 s, an idle transaction
 * before its fences end (coherence.md, "Writing" 3).
 */
public final class Pool {

    /** A server that says nothing for so long is away; longer than its statements may take. */
    public static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

    private static final int OLDEST_SUPPORTED = 15;

    private Pool() {}

    /**
     * Connects, checks the server, and brings the schema up to date.
     *
     * @param idleTransaction after how long the server ends a transaction that says nothing
     * @throws Misconfigured if PostgreSQL does not answer or is too old
     */
    public static HikariDataSource open(DatabaseUrl url, int size, Duration idleTransaction) {
        requireSupportedServer(url);
        var pool = new GatedPool(configuration(url, size, idleTransaction));
        try {
            Migrations.run(pool);
            return pool;
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static HikariConfig configuration(DatabaseUrl url, int size, Duration idleTransaction) {
        var config = new HikariConfig();
        config.setPoolName("postgres");
        config.setJdbcUrl(url.jdbcUrl());
        config.setUsername(url.user());
        config.setPassword(url.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 4));
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.setKeepaliveTime(60_000);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("SET statement_timeout = '15s'; SET idle_in_transaction_session_timeout = '"
                + idleTransaction.toMillis() + "ms'; SET TIME ZONE 'UTC'");
        config.addDataSourceProperty("ApplicationName", "mainstay");
        config.addDataSourceProperty("connectTimeout", "2");
        config.addDataSourceProperty("loginTimeout", "2");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketFactory", WatchedSockets.class.getName());
        config.addDataSourceProperty("socketFactoryArg", LONGEST_SILENCE.toString());
        url.driverProperties().forEach(config::addDataSourceProperty);
        return config;
    }

    private static void requireSupportedServer(DatabaseUrl url) {
        var properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.putAll(url.driverProperties());
        try (var connection = DriverManager.getConnection(url.jdbcUrl(), properties)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SUPPORTED) {
                throw new Misconfigured("PostgreSQL at " + url.where() + " is version " + version + "; Mainstay needs "
                        + OLDEST_SUPPORTED + " or newer.");
            }
        } catch (SQLException failure) {
            throw new Misconfigured(
                    "PostgreSQL at " + url.where() + " cannot be used ("
                            + String.valueOf(failure.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("no reason given")
                            + "); check DATABASE_URL and that the server is running.",
                    failure);
        }
    }
}
