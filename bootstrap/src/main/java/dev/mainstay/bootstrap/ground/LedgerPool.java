package dev.mainstay.bootstrap.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Three connections beside those of the facts, so that whether the cache may be trusted can be asked however busy these are. An answer that
 * takes long is worth nothing: whoever finds no connection gives up after half a second, the server ends a statement or an idle
 * transaction after one, and the driver a silence after two.
 */
final class LedgerPool implements AutoCloseable {

    /** Shorter than a statement may take, so that waiting ends as an answer and not as a failure. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int CONNECTIONS = 3;

    private final HikariDataSource pool;

    private LedgerPool(HikariDataSource pool) {
        this.pool = pool;
    }

    /** To the same database as that of the facts, in the same way; it reports its figures as {@code pool="ledger"}. */
    static LedgerPool beside(HikariDataSource facts, MeterRegistry meters) {
        return beside(facts, meters, CONNECTIONS);
    }

    /** As {@link #beside}, of one connection, for an instance without a cache that only says that it is there. */
    static LedgerPool forSignsOfLife(HikariDataSource facts, MeterRegistry meters) {
        return beside(facts, meters, 1);
    }

    private static LedgerPool beside(HikariDataSource facts, MeterRegistry meters, int connections) {
        var config = new HikariConfig();
        config.setPoolName("ledger");
        config.setMetricRegistry(meters);
        config.setJdbcUrl(facts.getJdbcUrl());
        config.setUsername(facts.getUsername());
        config.setPassword(facts.getPassword());
        facts.getDataSourceProperties()
                .forEach((name, value) -> config.addDataSourceProperty(String.valueOf(name), value));
        config.addDataSourceProperty("socketTimeout", "2");
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(500);
        config.setValidationTimeout(250);
        config.setKeepaliveTime(60_000);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(
                "SET statement_timeout = '1s'; SET idle_in_transaction_session_timeout = '1s'; SET TIME ZONE 'UTC'");
        return new LedgerPool(new HikariDataSource(config));
    }

    DataSource connections() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
