package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import dev.mainstay.application.coherence.CoherenceLedger.Pending;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which life of the cache is in force, and what else a ledger says of itself (coherence.md, "When Redis forgets"). */
public abstract class IncarnationsContract extends CoherenceLedgerContract {

    private static final Incarnation NONE = new Incarnation(0, "", "", true);
    private static final Incarnation FIRST = new Incarnation(1, "run-1", "marker-1", false);
    private static final Incarnation RIVAL = new Incarnation(1, "run-2", "marker-2", false);
    private static final Incarnation SECOND = new Incarnation(2, "run-2", "marker-2", false);

    @Test
    void a_new_database_has_an_identity_no_life_of_the_cache_yet_and_no_distrust() {
        var standing = ledger().standing();

        assertThat(standing.inForce()).isEqualTo(NONE);
        assertThat(standing.distrustSince()).isEmpty();
        assertThat(standing.dropped()).isEmpty();
        assertThat(ledger().standing().deployment()).isEqualTo(standing.deployment());
    }

    @Test
    void a_proposal_puts_the_next_life_in_force() {
        assertThat(ledger().propose(NONE, FIRST)).isTrue();
        assertThat(ledger().standing().inForce()).isEqualTo(FIRST);
    }

    @Test
    void of_two_proposals_for_the_same_life_the_first_stands() {
        ledger().propose(NONE, FIRST);

        assertThat(ledger().propose(NONE, RIVAL)).isFalse();
        assertThat(ledger().standing().inForce()).isEqualTo(FIRST);
        assertThat(ledger().propose(FIRST, SECOND)).isTrue();
        assertThat(ledger().standing().inForce()).isEqualTo(SECOND);
    }

    @Test
    void a_proposal_that_does_not_count_on_is_refused() {
        assertThatThrownBy(() -> ledger().propose(FIRST, RIVAL)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger().standing().inForce()).isEqualTo(NONE);
    }

    @Test
    void settling_ends_the_quarantine_of_the_life_in_force() {
        ledger().propose(NONE, FIRST);

        ledger().settle(FIRST);

        assertThat(ledger().standing().inForce()).isEqualTo(new Incarnation(1, "run-1", "marker-1", true));
    }

    @Test
    void settling_a_deposed_life_leaves_its_successor_in_quarantine() {
        ledger().propose(NONE, FIRST);
        ledger().propose(FIRST, SECOND);

        ledger().settle(FIRST);

        assertThat(ledger().standing().inForce()).isEqualTo(SECOND);
    }

    @Test
    void how_often_a_view_was_dropped_is_counted() {
        ledger().dropView("widgets:home");
        ledger().dropView("planner:tasks");
        ledger().dropView("widgets:home");

        assertThat(ledger().standing().dropped()).containsOnly(entry("widgets:home", 2), entry("planner:tasks", 1));
    }

    @Test
    void a_store_that_is_away_is_unavailable_whatever_is_asked() {
        var away = fixture().away();
        List<ThrowingCallable> questions = List.of(
                away::standing,
                () -> away.propose(NONE, FIRST),
                () -> away.settle(FIRST),
                () -> away.declareDistrust(ann),
                () -> away.declareUnfenced(ann),
                () -> away.beat(ann),
                () -> away.silentFor(Duration.ofSeconds(1)),
                () -> away.pending(ann, 1),
                () -> away.repaired(List.of(new Pending(1, "key", "token"))),
                () -> away.withdrawDistrust(ann, Duration.ZERO),
                () -> away.dropView("widgets:home"));

        assertThat(questions)
                .allSatisfy(question -> assertThatThrownBy(question).isInstanceOf(Unavailable.class));
    }
}
