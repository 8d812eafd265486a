package dev.mainstay.application.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.writing.Transactions.CommitUnknown;
import dev.mainstay.application.writing.Transactions.Contention;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WriteFlowTest {

    private record Renamed(String thing) implements DomainEvent {}

    private record NameNoted(String thing) implements DomainEvent {}

    private static final CachedView<String, String> NAME = CachedView.of(
                    KeyModule.CACHE, "thing", "name", (String thing) -> thing, String.class)
            .invalidatedBy(Renamed.class, Renamed::thing);

    private final List<String> steps = new ArrayList<>();
    private final ScriptedTransactions transactions = new ScriptedTransactions();

    private final Fences fences = keys -> {
        steps.add("fence " + keys);
        return () -> steps.add("lower");
    };
    private final InTransaction hearsInside = (event, events) -> {
        steps.add("inside " + event);
        if (event instanceof Renamed renamed) {
            events.raise(new NameNoted(renamed.thing()));
        }
    };
    private final AfterCommit hearsAfter = events -> steps.add("after " + events.size());
    private final Writes writes = new Writes(
            transactions, new ViewCatalogue(List.of(NAME)), fences, List.of(hearsInside), List.of(hearsAfter));

    @Test
    void decides_then_fences_then_commits_then_lowers_then_announces() {
        String result = writes.run(events -> {
            steps.add("decide");
            events.raise(new Renamed("a"));
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(steps)
                .containsExactly(
                        "begin",
                        "decide",
                        "inside Renamed[thing=a]",
                        "inside NameNoted[thing=a]",
                        "fence [cache:thing:name:a]",
                        "commit",
                        "lower",
                        "after 2");
    }

    @Test
    void a_refusal_rolls_back_and_announces_nothing() {
        assertThatThrownBy(() -> writes.perform(events -> {
                    events.raise(new Renamed("a"));
                    throw new Conflict("taken", "The name is taken.");
                }))
                .isInstanceOf(Conflict.class);

        assertThat(steps).endsWith("rollback").doesNotContain("after 2");
    }

    @Test
    void a_run_inside_a_run_joins_it_and_its_events_are_fenced_once_at_the_end() {
        writes.perform(outer -> {
            writes.perform(inner -> inner.raise(new Renamed("a")));
            outer.raise(new Renamed("b"));
        });

        assertThat(steps).containsOnlyOnce("begin").containsOnlyOnce("commit");
        assertThat(steps).contains("fence [cache:thing:name:a, cache:thing:name:b]");
    }

    @Test
    void what_is_raised_at_once_is_heard_together_and_fenced_and_announced_one_by_one() {
        InTransaction counts = new InTransaction() {
            @Override
            public void on(DomainEvent event, Events events) {
                throw new AssertionError("heard alone: " + event);
            }

            @Override
            public void onAll(List<DomainEvent> raised, Events events) {
                steps.add("together " + raised.size());
            }
        };
        var writesTogether = new Writes(
                transactions,
                new ViewCatalogue(List.of(NAME)),
                fences,
                List.of((event, events) -> steps.add("inside " + event), counts),
                List.of(hearsAfter));

        writesTogether.perform(events -> events.raiseAll(List.of(new Renamed("a"), new Renamed("b"))));

        assertThat(steps)
                .containsExactly(
                        "begin",
                        "inside Renamed[thing=a]",
                        "inside Renamed[thing=b]",
                        "together 2",
                        "fence [cache:thing:name:a, cache:thing:name:b]",
                        "commit",
                        "lower",
                        "after 2");
    }

    @Test
    void a_collision_is_repeated_from_the_beginning_and_its_first_try_leaves_nothing() {
        transactions.collisions = 2;
        var tries = new AtomicInteger();

        writes.perform(events -> {
            tries.incrementAndGet();
            events.raise(new Renamed("a"));
        });

        assertThat(tries).hasValue(3);
        assertThat(steps).containsOnlyOnce("after 2");
        assertThat(steps.stream().filter("lower"::equals)).hasSize(3);
    }

    @Test
    void a_write_that_collides_for_ever_is_refused_as_unavailable() {
        transactions.collisions = Integer.MAX_VALUE;

        assertThatThrownBy(() -> writes.perform(events -> events.raise(new Renamed("a"))))
                .isInstanceOfSatisfying(
                        Unavailable.class, refusal -> assertThat(refusal.code()).isEqualTo("contended"));
    }

    @Test
    void a_commit_of_unknown_outcome_leaves_the_fence_to_expire() {
        transactions.losesTheAnswerOfCommit = true;

        assertThatThrownBy(() -> writes.perform(events -> events.raise(new Renamed("a"))))
                .isInstanceOfSatisfying(
                        Unavailable.class, refusal -> assertThat(refusal.code()).isEqualTo("commit_unknown"));
        assertThat(steps).doesNotContain("lower", "after 2");
    }

    @Test
    void a_failing_listener_after_the_commit_does_not_undo_the_answer() {
        AfterCommit broken = events -> {
            throw new IllegalStateException("no connection");
        };
        var announced = new ArrayList<DomainEvent>();
        var withBroken = new Writes(
                transactions, new ViewCatalogue(List.of(NAME)), fences, List.of(), List.of(broken, announced::addAll));

        assertThat(withBroken.<String>run(events -> {
                    events.raise(new Renamed("a"));
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(announced).containsExactly(new Renamed("a"));
    }

    @Test
    void it_refuses_to_start_inside_a_transaction_of_somebody_else() {
        var foreign = new InMemoryTransactions();
        Fences none = (Set<CacheKey> keys) -> () -> {};
        var inForeign = new Writes(foreign, new ViewCatalogue(List.of()), none, List.of(), List.of());

        assertThatThrownBy(() -> foreign.run(() -> inForeign.<String>run(events -> "late")))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Writes down its steps and fails as told. */
    private final class ScriptedTransactions implements Transactions {
        private int collisions;
        private boolean losesTheAnswerOfCommit;

        @Override
        public <T> T run(Supplier<T> work) {
            steps.add("begin");
            T result;
            try {
                result = work.get();
            } catch (RuntimeException failure) {
                steps.add("rollback");
                throw failure;
            }
            if (collisions > 0) {
                collisions--;
                throw new Contention(new IllegalStateException("serialization failure"));
            }
            if (losesTheAnswerOfCommit) {
                throw new CommitUnknown(new IllegalStateException("connection reset"));
            }
            steps.add("commit");
            return result;
        }

        @Override
        public boolean active() {
            return false;
        }
    }
}
