package dev.mainstay.postgres.coherence;

import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.SqlFailures;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The ledger's connections beside those of the facts: a transaction that is open around a call has no part in it. */
final class OwnConnections {

    private final Jdbi jdbi;

    OwnConnections(DataSource pool) {
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    }

    /** One statement, committed when it returns. */
    <T> T ask(Function<Handle, T> statement) {
        try (Handle handle = jdbi.open()) {
            return statement.apply(handle);
        } catch (RuntimeException failure) {
            throw meaning(failure);
        }
    }

    /**
     * A transaction in which each statement sees what was committed before that statement, whatever the server's default is.
     *
     * @throws Contention if it had to wait for a lock for too long
     */
    <T> T readCommitted(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, work::apply);
        } catch (RuntimeException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    private static RuntimeException meaning(RuntimeException failure) {
        RuntimeException translated = SqlFailures.translate(failure);
        return translated instanceof Contention
                ? new Unavailable(
                        "database_overloaded",
                        "The database could not finish in time; nothing was stored.",
                        Duration.ofSeconds(1))
                : translated;
    }
}
