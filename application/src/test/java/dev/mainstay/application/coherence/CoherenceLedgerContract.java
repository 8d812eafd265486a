package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import dev.mainstay.application.coherence.CoherenceLedger.Pending;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link CoherenceLedger} keeps, and for whom (coherence.md, "When the fence cannot be raised", "When Redis forgets"). */
public abstract class CoherenceLedgerContract {

    private static final Incarnation NONE = new Incarnation(0, "", "", true);
    private static final Incarnation FIRST = new Incarnation(1, "run-1", "marker-1", false);
    private static final Incarnation RIVAL = new Incarnation(1, "run-2", "marker-2", false);
    private static final Incarnation SECOND = new Incarnation(2, "run-2", "marker-2", false);

    protected final UUID ann = UUID.randomUUID();
    protected final UUID bob = UUID.randomUUID();

    /** The same throughout a test, on a database that nobody has used. */
    protected abstract CoherenceLedger ledger();

    /** Those that the ledger's pending keys are noted in. */
    protected abstract Transactions transactions();

    /** A ledger whose store does not answer. */
    protected abstract CoherenceLedger away();

    /** Makes everything that was declared or heard so far so much older. */
    protected abstract void letPass(Duration time);

    protected static CacheKey key(String id) {
        return new CacheKey(KeyModule.WIDGETS, "ledger", "user", id);
    }

    /** Notes the keys in a transaction of their own. */
    protected boolean note(UUID instance, String token, String... ids) {
        return transactions().run(() -> ledger().recordPending(instance, token, keys(ids)));
    }

    protected static Set<CacheKey> keys(String... ids) {
        return Arrays.stream(ids).map(CoherenceLedgerContract::key).collect(Collectors.toSet());
    }

    private List<String> pendingKeys(UUID instance) {
        return ledger().pending(instance, 100).stream().map(Pending::key).toList();
    }

    private boolean anyDistrust() {
        return ledger().standing().distrustSince().isPresent();
    }

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
    void distrust_dates_from_the_oldest_declaration_that_stands() {
        ledger().declareDistrust(ann);
        letPass(Duration.ofMinutes(1));
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
    void keys_wait_for_repair_from_the_commit_on_and_not_before() {
        ledger().declareDistrust(ann);

        boolean stands = transactions().run(() -> {
            boolean answer = ledger().recordPending(ann, "token", keys("a", "b"));
            assertThat(pendingKeys(ann)).isEmpty();
            return answer;
        });

        assertThat(stands).isTrue();
        assertThat(pendingKeys(ann)).containsExactlyInAnyOrder(key("a").toString(), key("b").toString());
        assertThat(ledger().pending(ann, 100)).extracting(Pending::token).containsOnly("token");
    }

    @Test
    void a_transaction_that_is_rolled_back_leaves_no_keys_and_holds_nothing() {
        ledger().declareDistrust(ann);

        rolledBack(() ->
                assertThat(ledger().recordPending(ann, "token", keys("a"))).isTrue());

        assertThat(pendingKeys(ann)).isEmpty();
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isTrue();
    }

    @Test
    void without_distrust_that_stands_nothing_is_noted() {
        ledger().declareDistrust(bob);
        ledger().declareDistrust(ann);
        ledger().withdrawDistrust(ann, Duration.ZERO);

        assertThat(note(ann, "token", "a")).isFalse();
        assertThat(note(ann, "token")).isFalse();
        assertThat(pendingKeys(ann)).isEmpty();
    }

    @Test
    void distrust_that_is_declared_anew_on_the_way_carries_the_same_transaction() {
        transactions().run(() -> {
            assertThat(ledger().recordPending(ann, "token", keys("a"))).isFalse();
            ledger().declareDistrust(ann);
            assertThat(ledger().recordPending(ann, "token", keys("a"))).isTrue();
            return true;
        });

        assertThat(pendingKeys(ann)).containsExactly(key("a").toString());
    }

    @Test
    void pending_keys_are_noted_in_a_transaction_alone() {
        ledger().declareDistrust(ann);

        assertThatThrownBy(() -> ledger().recordPending(ann, "token", keys("a")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pendingKeys(ann)).isEmpty();
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
        letPass(Duration.ofMinutes(1));

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
    void several_notes_of_one_transaction_add_up() {
        ledger().declareDistrust(ann);

        transactions().run(() -> {
            ledger().recordPending(ann, "one", keys("a"));
            return ledger().recordPending(ann, "two", keys("a"));
        });

        assertThat(ledger().pending(ann, 100)).extracting(Pending::token).containsExactly("one", "two");
    }

    @Test
    void pending_keys_come_oldest_first_no_more_than_asked_and_each_instances_own() {
        ledger().declareDistrust(ann);
        ledger().declareDistrust(bob);
        note(ann, "t1", "a");
        note(bob, "t2", "b");
        note(ann, "t3", "c");
        note(ann, "t4", "d");

        assertThat(ledger().pending(ann, 2)).extracting(Pending::token).containsExactly("t1", "t3");
        assertThat(ledger().pending(bob, 2)).extracting(Pending::token).containsExactly("t2");
        assertThat(ledger().pending(UUID.randomUUID(), 2)).isEmpty();
    }

    @Test
    void what_is_repaired_waits_no_more_and_the_rest_does() {
        ledger().declareDistrust(ann);
        note(ann, "t1", "a");
        note(ann, "t2", "b");
        note(ann, "t3", "a");
        var all = ledger().pending(ann, 100);

        ledger().repaired(List.of());
        ledger().repaired(List.of(all.get(1)));
        ledger().repaired(List.of(all.get(1)));
        assertThat(ledger().pending(ann, 100)).containsExactly(all.get(0), all.get(2));

        ledger().repaired(List.of(all.get(0), all.get(2)));
        assertThat(ledger().pending(ann, 100)).isEmpty();
    }

    @Test
    void silence_counts_from_the_last_that_was_heard() {
        ledger().declareDistrust(ann);
        ledger().declareDistrust(bob);
        letPass(Duration.ofSeconds(20));
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
    void how_often_a_view_was_dropped_is_counted() {
        ledger().dropView("widgets:home");
        ledger().dropView("planner:tasks");
        ledger().dropView("widgets:home");

        assertThat(ledger().standing().dropped()).containsOnly(entry("widgets:home", 2), entry("planner:tasks", 1));
    }

    @Test
    void an_instance_that_never_fences_leaves_everything_pending_once() {
        assertThat(ledger().declareUnfenced(ann)).isFalse();
        letPass(Duration.ofSeconds(5));
        assertThat(ledger().declareUnfenced(ann)).isTrue();

        assertThat(anyDistrust()).isTrue();
        assertThat(ledger().pending(ann, 10)).singleElement().matches(Pending::everything);
    }

    @Test
    void an_instance_that_never_fences_declares_it_anew_when_it_was_repaired() {
        ledger().declareUnfenced(ann);
        letPass(Duration.ofSeconds(5));
        ledger().repaired(ledger().pending(ann, 10));

        assertThat(ledger().declareUnfenced(ann)).isFalse();
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isFalse();
    }

    @Test
    void distrust_of_an_instance_that_was_heard_of_since_stands() {
        ledger().declareDistrust(ann);
        letPass(Duration.ofSeconds(5));

        assertThat(ledger().withdrawDistrust(ann, Duration.ofMinutes(1))).isFalse();
        assertThat(anyDistrust()).isTrue();
        assertThat(ledger().withdrawDistrust(ann, Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void a_store_that_is_away_is_unavailable_whatever_is_asked() {
        var away = away();
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

    private void rolledBack(Runnable work) {
        var refusal = new Conflict("taken", "The name is taken.");
        assertThatThrownBy(() -> transactions().run(() -> {
                    work.run();
                    throw refusal;
                }))
                .isSameAs(refusal);
    }
}
