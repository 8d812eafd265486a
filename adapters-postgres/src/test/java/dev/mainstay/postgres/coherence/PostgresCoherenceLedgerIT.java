package dev.mainstay.postgres.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceLedgerContract;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.SqlFailures;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCoherenceLedgerIT extends CoherenceLedgerContract {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Database facts = new Database(LedgerDatabase.POOL);
    private final CoherenceLedger ledger = new PostgresCoherenceLedger(facts, LedgerDatabase.BOUNDED, PATIENCE);

    @BeforeEach
    void nobodyHasUsedIt() {
        LedgerDatabase.empty();
    }

    @Override
    protected CoherenceLedger ledger() {
        return ledger;
    }

    @Override
    protected Transactions transactions() {
        return facts;
    }

    @Override
    protected CoherenceLedger away() {
        return new PostgresCoherenceLedger(facts, LedgerDatabase.nowhere(), PATIENCE);
    }

    @Override
    protected void letPass(Duration time) {
        LedgerDatabase.letPass(time);
    }

    @Test
    void who_waits_for_a_lock_for_too_long_is_told_that_the_database_is_unavailable() {
        var hasty = new PostgresCoherenceLedger(facts, LedgerDatabase.with("-c lock_timeout=50ms"), PATIENCE);

        LedgerDatabase.JDBI.useTransaction(handle -> {
            handle.execute("LOCK TABLE coherence.incarnation");
            assertThatThrownBy(hasty::standing).isInstanceOf(Unavailable.class);
        });
    }

    @Test
    void distrust_is_not_deleted_under_a_pending_key_even_by_hand() {
        ledger.declareDistrust(ann);
        note(ann, "token", "a");

        assertThatThrownBy(
                        () -> LedgerDatabase.JDBI.useHandle(handle -> handle.execute("DELETE FROM coherence.distrust")))
                .satisfies(failure -> assertThat(SqlFailures.violatedConstraint(failure))
                        .contains("pending_invalidation_instance_fkey"));
    }

    @Test
    void there_is_one_life_in_force_and_cannot_be_two() {
        assertThatThrownBy(() -> LedgerDatabase.JDBI.useHandle(
                        handle -> handle.execute("INSERT INTO coherence.incarnation (singleton) VALUES (true)")))
                .satisfies(failure ->
                        assertThat(SqlFailures.violatedConstraint(failure)).contains("incarnation_pkey"));
        assertThatThrownBy(() -> LedgerDatabase.JDBI.useHandle(
                        handle -> handle.execute("INSERT INTO coherence.incarnation (singleton) VALUES (false)")))
                .satisfies(failure ->
                        assertThat(SqlFailures.violatedConstraint(failure)).contains("incarnation_singleton_check"));
    }
}
