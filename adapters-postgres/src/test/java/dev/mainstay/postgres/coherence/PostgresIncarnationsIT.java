package dev.mainstay.postgres.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.IncarnationsContract;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.postgres.sql.SqlFailures;
import org.junit.jupiter.api.Test;

class PostgresIncarnationsIT extends IncarnationsContract {

    private final PostgresLedgerFixture fixture = new PostgresLedgerFixture();

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @Test
    void who_waits_for_a_lock_for_too_long_is_told_that_the_database_is_unavailable() {
        var hasty = fixture.over(LedgerDatabase.with("-c lock_timeout=50ms"));

        LedgerDatabase.JDBI.useTransaction(handle -> {
            handle.execute("LOCK TABLE coherence.incarnation");
            assertThatThrownBy(hasty::standing).isInstanceOf(Unavailable.class);
        });
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
