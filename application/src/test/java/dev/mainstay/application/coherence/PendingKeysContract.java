package dev.mainstay.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CoherenceLedger.Pending;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an instance that is cut off leaves to be repaired (coherence.md, "When the fence cannot be raised"). */
public abstract class PendingKeysContract extends CoherenceLedgerContract {

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
    void an_instance_that_never_fences_leaves_everything_pending_once() {
        assertThat(ledger().declareUnfenced(ann)).isFalse();
        fixture().letPass(Duration.ofSeconds(5));
        assertThat(ledger().declareUnfenced(ann)).isTrue();

        assertThat(anyDistrust()).isTrue();
        assertThat(ledger().pending(ann, 10)).singleElement().matches(Pending::everything);
    }

    @Test
    void an_instance_that_never_fences_declares_it_anew_when_it_was_repaired() {
        ledger().declareUnfenced(ann);
        fixture().letPass(Duration.ofSeconds(5));
        ledger().repaired(ledger().pending(ann, 10));

        assertThat(ledger().declareUnfenced(ann)).isFalse();
        assertThat(ledger().withdrawDistrust(ann, Duration.ZERO)).isFalse();
    }
}
