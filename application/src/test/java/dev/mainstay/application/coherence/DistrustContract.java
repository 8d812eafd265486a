package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is cut off from the cache, since when, and until when (coherence.md, "When the fence cannot be raised"). */
public abstract class DistrustContract extends CoherenceLedgerContract {

    @Test
    void distrust_dates_from_the_oldest_declaration_that_stands() {
        ledger().declareDistrust(ann);
        fixture().letPass(Duration.ofMinutes(1));
        var since = ledger().standing().distrustSince().orElseThrow();

        ledger().declareDistrust(bob);
        ledger().declareDistrust(ann);
        assertThat(ledger().standing().distrustSince()).contains(since);

        ledger().withdrawDistrust(ann, Duration.ZERO);
        assertThat(ledger().standing().distrustSince())
                .hasValueSatisfying(bobs -> assertThat(bobs).isAfter(since));
    }

    @Test
    void a_declaration_counts_at_once_whatever_becomes_of_the_transaction_around_it() {
        rolledBack(() -> {
            ledger().declareDistrust(ann);
            assertThat(anyDistrust()).isTrue();
        });

        assertThat(anyDistrust()).isTrue();
    }

    @Test
    void distrust_cannot_be_withdrawn_while_a_transaction_holds_it_even_without_keys() {
        ledger().declareDistrust(ann);
        ledger().declareDistrust(bob);

        transactions().run(() -> {
            assertThat(ledger().recordPending(ann, "token", Set.of())).isTrue();
            assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isFalse();
            assertThat(ledger().withdrawDistrust(bob, Duration.ZERO)).isTrue();
            return true;
        });

        assertThat(anyDistrust()).isTrue();
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isTrue();
        assertThat(anyDistrust()).isFalse();
    }

    @Test
    void a_transaction_that_holds_distrust_stops_no_declaration_and_no_beat() {
        ledger().declareDistrust(ann);
        fixture().letPass(Duration.ofMinutes(1));

        transactions().run(() -> {
            ledger().recordPending(ann, "token", keys("a"));
            ledger().declareDistrust(ann);
            ledger().beat(ann);
            ledger().declareDistrust(bob);
            assertThat(ledger().silentFor(Duration.ofSeconds(50))).isEmpty();
            return true;
        });

        assertThat(ledger().pending(ann, 100)).hasSize(1);
    }

    @Test
    void silence_counts_from_the_last_that_was_heard() {
        ledger().declareDistrust(ann);
        ledger().declareDistrust(bob);
        fixture().letPass(Duration.ofSeconds(20));
        var both = ledger().silentFor(Duration.ofSeconds(10));

        ledger().beat(ann);

        assertThat(both).containsExactlyInAnyOrder(ann, bob);
        assertThat(ledger().silentFor(Duration.ofSeconds(10))).containsExactly(bob);
        ledger().declareDistrust(bob);
        assertThat(ledger().silentFor(Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void a_beat_declares_nothing() {
        ledger().beat(ann);

        assertThat(anyDistrust()).isFalse();
        assertThat(ledger().silentFor(Duration.ZERO)).isEmpty();
    }

    @Test
    void distrust_stands_as_long_as_a_key_of_its_instance_waits() {
        ledger().declareDistrust(ann);
        ledger().declareDistrust(bob);
        note(ann, "token", "a");

        assertThat(ledger().withdrawDistrust(bob, Duration.ZERO)).isTrue();
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isFalse();
        assertThat(anyDistrust()).isTrue();

        ledger().repaired(ledger().pending(ann, 100));
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isTrue();
        assertThat(anyDistrust()).isFalse();
    }

    @Test
    void withdrawing_what_does_not_stand_is_done_already() {
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isTrue();
    }

    @Test
    void distrust_of_an_instance_that_was_heard_of_since_stands() {
        ledger().declareDistrust(ann);
        fixture().letPass(Duration.ofSeconds(5));

        assertThat(ledger().withdrawDistrust(ann, Duration.ofMinutes(1))).isFalse();
        assertThat(anyDistrust()).isTrue();
        assertThat(ledger().withdrawDistrust(ann, Duration.ofSeconds(1))).isTrue();
    }
}
