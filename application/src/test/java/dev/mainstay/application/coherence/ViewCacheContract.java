package dev.mainstay.application.coherence;

import static dev.mainstay.application.coherence.ContractView.SHORT_LIVED;
import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.refusal.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every {@link ViewCache} does, whether it caches at all or not. */
public abstract class ViewCacheContract {

    private final UUID id = UUID.randomUUID();
    private final AtomicInteger loads = new AtomicInteger();

    protected abstract ViewCache cache();

    /** The transactions that the cache was given. */
    protected abstract Transactions transactions();

    /** Lets time go by for the cache. */
    protected abstract void elapse(Duration duration);

    /** Whether values lie anywhere; without, every read is a bypass. */
    protected boolean caches() {
        return true;
    }

    /** How many loads callers of one key at the same time may cost. */
    protected int mostLoadsOf(int callers) {
        return caches() ? 1 : callers;
    }

    private Outcome orBypass(Outcome whereCached) {
        return caches() ? whereCached : Outcome.BYPASS;
    }

    private <V> Function<UUID, V> loading(V value) {
        return asked -> {
            loads.incrementAndGet();
            return value;
        };
    }

    @Test
    void the_first_read_misses_and_the_second_hits() {
        var first = cache().read(VIEW, id, loading(saying("a")));
        var second = cache().read(VIEW, id, loading(saying("a")));

        assertThat(first.value()).isEqualTo(saying("a"));
        assertThat(first.outcome()).isEqualTo(orBypass(Outcome.MISS));
        assertThat(second.value()).isEqualTo(saying("a"));
        assertThat(second.outcome()).isEqualTo(orBypass(Outcome.HIT));
        assertThat(loads).hasValue(caches() ? 1 : 2);
    }

    /** Whether a glance finds what lies there; a cache may as well find nothing without waiting. */
    protected boolean glances() {
        return false;
    }

    @Test
    void a_glance_finds_what_a_read_would_hit_and_loads_nothing() {
        assertThat(glance()).isEmpty();

        var missed = cache().read(VIEW, id, loading(saying("a")));

        var found = glance();
        assertThat(found.isPresent()).isEqualTo(glances());
        found.ifPresent(glimpse -> {
            assertThat(glimpse.value()).contains(saying("a"));
            assertThat(glimpse.asOf()).isEqualTo(missed.asOf());
        });
        assertThat(loads).hasValue(1);
    }

    private Optional<Glimpse<ContractView>> glance() {
        return cache().glance(VIEW, id, loading(saying("never")))
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void every_answer_says_why_in_a_word() {
        var answer = cache().read(VIEW, id, loading(saying("a")));

        assertThat(answer.detail()).matches("[a-z_]+");
    }

    @Test
    void the_loader_is_given_the_id_and_called_once() {
        var answer = cache().read(VIEW, id, asked -> {
            loads.incrementAndGet();
            return saying(asked.toString());
        });

        assertThat(answer.value()).isEqualTo(saying(id.toString()));
        assertThat(loads).hasValue(1);
    }

    @Test
    void a_hit_is_as_of_when_the_facts_were_read() {
        var stored = cache().read(VIEW, id, loading(saying("a")));
        elapse(Duration.ofMillis(2));
        var hit = cache().read(VIEW, id, loading(saying("a")));

        if (caches()) {
            assertThat(hit.asOf()).isEqualTo(stored.asOf());
        } else {
            assertThat(hit.asOf()).isAfterOrEqualTo(stored.asOf());
        }
    }

    @Test
    void a_value_that_says_there_is_none_is_a_value() {
        var nothing = new ContractView("", Optional.empty(), Instant.MAX);

        cache().read(VIEW, id, loading(nothing));
        var again = cache().read(VIEW, id, loading(nothing));

        assertThat(again.value().note()).isEmpty();
        assertThat(again.outcome()).isEqualTo(orBypass(Outcome.HIT));
    }

    @Test
    void a_value_comes_back_whole() {
        var rich = new ContractView(
                "\u00fc \u2713 \ud83e\udd86 \"quoted\"",
                Optional.of("n\n"),
                Instant.parse("2999-12-31T23:59:59.123456Z"));

        cache().read(VIEW, id, loading(rich));

        assertThat(cache().read(VIEW, id, loading(rich)).value()).isEqualTo(rich);
    }

    @Test
    void each_id_has_a_value_of_its_own() {
        cache().read(VIEW, id, loading(saying("a")));

        assertThat(cache().read(VIEW, UUID.randomUUID(), loading(saying("b"))).value())
                .isEqualTo(saying("b"));
    }

    @Test
    void inside_a_transaction_the_loader_answers_and_nothing_is_stored() {
        cache().read(VIEW, id, loading(saying("before")));

        var inside = transactions().run(() -> cache().read(VIEW, id, loading(saying("inside"))));
        var after = cache().read(VIEW, id, loading(saying("before")));

        assertThat(inside.value()).isEqualTo(saying("inside"));
        assertThat(inside.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(after.value()).isEqualTo(saying("before"));
    }

    @Test
    void a_failure_of_the_loader_passes_through_and_is_not_cached() {
        assertThatThrownBy(() -> cache().read(VIEW, id, asked -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database is away");

        var next = cache().read(VIEW, id, loading(saying("a")));
        assertThat(next.value()).isEqualTo(saying("a"));
        assertThat(next.outcome()).isEqualTo(orBypass(Outcome.MISS));
    }

    @Test
    void a_refusal_of_the_loader_passes_through() {
        assertThatThrownBy(() -> cache().read(VIEW, id, asked -> {
                    throw new NotFound("thing_not_found", "There is no such thing.");
                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_value_does_not_outlive_its_ttl() {
        cache().read(SHORT_LIVED, id, loading(saying("old")));
        elapse(ContractView.SHORT);

        assertThat(cache().read(SHORT_LIVED, id, loading(saying("new"))).value())
                .isEqualTo(saying("new"));
    }

    @Test
    void a_value_whose_own_end_has_come_is_not_stored() {
        var over = new ContractView("yesterday", Optional.empty(), Instant.parse("2001-01-01T00:00:00Z"));

        var first = cache().read(VIEW, id, loading(over));
        var second = cache().read(VIEW, id, loading(saying("today")));

        assertThat(first.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(second.value()).isEqualTo(saying("today"));
    }

    @Test
    void callers_of_one_key_share_one_load() throws Exception {
        int callers = 6;
        var othersWait = new CountDownLatch(1);
        var answers = new ArrayList<CompletableFuture<Cached<ContractView>>>();
        var threads = new ArrayList<Thread>();
        for (int caller = 0; caller < callers; caller++) {
            var answer = new CompletableFuture<Cached<ContractView>>();
            answers.add(answer);
            threads.add(Thread.ofPlatform()
                    .start(() -> answer.complete(cache().read(VIEW, id, asked -> {
                        loads.incrementAndGet();
                        awaitQuietly(othersWait);
                        return saying("a");
                    }))));
        }
        awaitUntilAllWait(threads);
        othersWait.countDown();

        for (var answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS).value()).isEqualTo(saying("a"));
        }
        assertThat(loads.get()).isBetween(1, mostLoadsOf(callers));
    }

    private static void awaitUntilAllWait(Iterable<Thread> threads) {
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING
                    && thread.getState() != Thread.State.TIMED_WAITING
                    && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
