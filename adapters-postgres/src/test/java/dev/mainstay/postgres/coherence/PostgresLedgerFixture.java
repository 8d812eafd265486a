package dev.mainstay.postgres.coherence;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceLedgerContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.postgres.sql.Database;
import java.time.Duration;
import javax.sql.DataSource;

/** A ledger in PostgreSQL, emptied when the fixture is made. */
final class PostgresLedgerFixture implements CoherenceLedgerContract.Fixture {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Database facts = new Database(LedgerDatabase.POOL);
    private final CoherenceLedger ledger = over(LedgerDatabase.BOUNDED);

    PostgresLedgerFixture() {
        LedgerDatabase.empty();
    }

    /** One with other connections of its own. */
    CoherenceLedger over(DataSource own) {
        return new PostgresCoherenceLedger(facts, own, PATIENCE);
    }

    @Override
    public CoherenceLedger ledger() {
        return ledger;
    }

    @Override
    public Transactions transactions() {
        return facts;
    }

    @Override
    public CoherenceLedger away() {
        return over(LedgerDatabase.nowhere());
    }

    @Override
    public void letPass(Duration time) {
        LedgerDatabase.letPass(time);
    }
}
