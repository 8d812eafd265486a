package dev.mainstay.postgres.coherence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** One database for the ledger's tests, as a migration leaves it. */
final class LedgerDatabase {

    static final DataSource POOL = TestPostgres.freshDatabase();
    static final Jdbi JDBI = Jdbi.create(POOL);

    /** For a ledger's own connections: what would wait for ever fails after ten seconds. */
    static final DataSource BOUNDED = bounded();

    private LedgerDatabase() {}

    static void empty() {
        JDBI.useHandle(handle -> handle.execute("""
                TRUNCATE coherence.pending_invalidation, coherence.distrust, coherence.dropped_view;
                UPDATE coherence.incarnation SET number = 0, run_id = '', marker = '', settled = true;
                """));
    }

    /** Connections that begin with other settings than the pool's, as in {@code -c lock_timeout=50ms}; each is closed after use. */
    static DataSource with(String options) {
        var source = new PGSimpleDataSource();
        source.setUrl(((HikariConfig) (HikariDataSource) POOL).getJdbcUrl());
        source.setOptions(options);
        return source;
    }

    private static DataSource bounded() {
        var config = new HikariConfig();
        config.setDataSource(with("-c statement_timeout=10s"));
        config.setMaximumPoolSize(5);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    static DataSource nowhere() {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        return source;
    }

    static void letPass(Duration time) {
        JDBI.useHandle(
                handle -> handle.createUpdate("""
                        UPDATE coherence.distrust
                        SET declared_at = declared_at - :time * interval '1 millisecond',
                            heard_at = heard_at - :time * interval '1 millisecond'
                        """).bind("time", time.toMillis()).execute());
    }

    static void untilWaitingForALock(int sessions) {
        until(() -> JDBI.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one())
                >= sessions);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("it did not come to that");
            }
            Thread.onSpinWait();
        }
    }
}
