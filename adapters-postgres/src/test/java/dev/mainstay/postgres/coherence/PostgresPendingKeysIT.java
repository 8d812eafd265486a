package dev.mainstay.postgres.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.PendingKeysContract;
import dev.mainstay.postgres.sql.SqlFailures;
import org.junit.jupiter.api.Test;

class PostgresPendingKeysIT extends PendingKeysContract {

    private final PostgresLedgerFixture fixture = new PostgresLedgerFixture();

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @Test
    void distrust_is_not_deleted_under_a_pending_key_even_by_hand() {
        ledger().declareDistrust(ann);
        note(ann, "token", "a");

        assertThatThrownBy(
                        () -> LedgerDatabase.JDBI.useHandle(handle -> handle.execute("DELETE FROM coherence.distrust")))
                .satisfies(failure -> assertThat(SqlFailures.violatedConstraint(failure))
                        .contains("pending_invalidation_instance_fkey"));
    }
}
