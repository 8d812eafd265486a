package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryDistrustTest extends DistrustContract {

    private final InMemoryLedgerFixture fixture = new InMemoryLedgerFixture();

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @Test
    void it_notes_nothing_while_it_is_away_and_goes_on_when_it_is_back() {
        fixture.ledger().declareDistrust(ann);
        var since = fixture.ledger().standing().distrustSince().orElseThrow();

        fixture.ledger().away(true);
        assertThatThrownBy(() -> transactions().run(() -> ledger().recordPending(ann, "token", Set.of())))
                .isInstanceOf(Unavailable.class);
        fixture.ledger().away(false);
        fixture.letPass(Duration.ofSeconds(1));

        assertThat(fixture.ledger().standing().distrustSince()).contains(since);
    }
}
