package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryCoherenceLedgerTest extends CoherenceLedgerContract {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final InMemoryCoherenceLedger ledger = new InMemoryCoherenceLedger(transactions, clock);

    @Override
    protected CoherenceLedger ledger() {
        return ledger;
    }

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected CoherenceLedger away() {
        var away = new InMemoryCoherenceLedger(transactions, clock);
        away.away(true);
        return away;
    }

    @Override
    protected void letPass(Duration time) {
        clock.advance(time);
    }

    @Test
    void it_notes_nothing_while_it_is_away_and_goes_on_when_it_is_back() {
        var instance = UUID.randomUUID();
        ledger.declareDistrust(instance);

        ledger.away(true);
        assertThatThrownBy(() -> transactions.run(() -> ledger.recordPending(instance, "token", Set.of())))
                .isInstanceOf(Unavailable.class);
        ledger.away(false);

        assertThat(ledger.standing().distrustSince()).contains(clock.instant());
    }
}
