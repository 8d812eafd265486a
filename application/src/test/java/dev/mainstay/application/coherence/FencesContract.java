package dev.mainstay.application.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.keys;
import static dev.mainstay.application.coherence.ContractView.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mainstay.application.coherence.Cached.Outcome;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every pair of {@link Fences} and {@link ViewCache} keeps true, whether it caches at all or not (coherence.md, faults 1, 2, 9, 10). */
public abstract class FencesContract {

    private final UUID id = UUID.randomUUID();

    /** The fact that the view shows. */
    private final AtomicReference<String> fact = new AtomicReference<>("old");

    protected abstract ViewCache cache();

    protected abstract Fences fences();

    /** Whether values lie anywhere; without, every read is a bypass. */
    protected boolean caches() {
        return true;
    }

    private Outcome orBypass(Outcome whereCached) {
        return caches() ? whereCached : Outcome.BYPASS;
    }

    private Cached<ContractView> read() {
        return cache().read(VIEW, id, asked -> saying(fact.get()));
    }

    private Fences.Fence raise() {
        return fences().raise(keys(id));
    }

    @Test
    void nothing_to_fence_is_fine() {
        assertThatCode(() -> fences().raise(Set.of()).lower()).doesNotThrowAnyException();
    }

    @Test
    void a_fence_stops_hits_and_nothing_is_stored_behind_it() {
        read();

        var fence = raise();
        var during = read();
        fact.set("new");
        fence.lower();
        var after = read();

        assertThat(during.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(after.value()).isEqualTo(saying("new"));
        assertThat(after.outcome()).isEqualTo(orBypass(Outcome.MISS));
        assertThat(read().outcome()).isEqualTo(orBypass(Outcome.HIT));
    }

    @Test
    void a_fill_in_flight_is_refused_by_a_fence_that_still_stands() {
        var fence = new AtomicReference<Fences.Fence>();
        var reader = cache().read(VIEW, id, asked -> {
            var before = saying(fact.get());
            fence.set(raise());
            return before;
        });
        fact.set("new");
        fence.get().lower();

        assertThat(reader.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(read().value()).isEqualTo(saying("new"));
    }

    @Test
    void a_slow_reader_cannot_store_what_was_true_before_a_write() {
        var reader = cache().read(VIEW, id, asked -> {
            var before = saying(fact.get());
            var fence = raise();
            fact.set("new");
            fence.lower();
            return before;
        });

        assertThat(reader.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(read().value()).isEqualTo(saying("new"));
    }

    @Test
    void whoever_comes_after_a_write_is_not_given_a_load_from_before_it() throws Exception {
        var loaded = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> cache().read(VIEW, id, asked -> {
            var before = saying(fact.get());
            loaded.countDown();
            await(written);
            return before;
        }));
        await(loaded);
        var fence = raise();
        fact.set("new");
        fence.lower();

        var late = new CompletableFuture<Cached<ContractView>>();
        var thread = Thread.ofPlatform().start(() -> late.complete(read()));
        while (thread.isAlive()
                && thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        written.countDown();

        assertThat(late.get(20, TimeUnit.SECONDS).value()).isEqualTo(saying("new"));
        assertThat(slow.get(20, TimeUnit.SECONDS).value()).isEqualTo(saying("old"));
        assertThat(read().value()).isEqualTo(saying("new"));
    }

    @Test
    void the_first_of_two_writers_does_not_open_the_key_for_the_second() {
        var first = raise();
        var second = raise();
        first.lower();
        var between = read();
        fact.set("new");
        second.lower();

        assertThat(between.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(read().value()).isEqualTo(saying("new"));
    }

    @Test
    void the_second_of_two_writers_does_not_open_the_key_for_the_first() {
        var first = raise();
        var second = raise();
        second.lower();
        var between = read();
        fact.set("new");
        first.lower();

        assertThat(between.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(read().value()).isEqualTo(saying("new"));
        assertThat(read().outcome()).isEqualTo(orBypass(Outcome.HIT));
    }

    @Test
    void lowering_twice_does_not_open_the_key_for_another_writer() {
        var first = raise();
        var second = raise();
        first.lower();
        first.lower();
        var between = read();
        fact.set("new");
        second.lower();

        assertThat(between.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(read().value()).isEqualTo(saying("new"));
    }

    @Test
    void a_negative_value_does_not_survive_the_insert() {
        fact.set("");
        read();

        var fence = raise();
        fact.set("inserted");
        fence.lower();

        assertThat(read().value()).isEqualTo(saying("inserted"));
    }

    @Test
    void many_keys_are_fenced_at_once_and_others_left_alone() {
        var others = UUID.randomUUID();
        cache().read(VIEW, others, asked -> saying("other"));
        var ids = Stream.generate(UUID::randomUUID).limit(300).toArray(UUID[]::new);

        var fence = fences().raise(keys(ids));
        var during = cache().read(VIEW, ids[299], asked -> saying("x"));
        fence.lower();

        assertThat(during.outcome()).isEqualTo(Outcome.BYPASS);
        assertThat(cache().read(VIEW, ids[299], asked -> saying("x")).outcome()).isEqualTo(orBypass(Outcome.MISS));
        assertThat(cache().read(VIEW, others, asked -> saying("other")).outcome())
                .isEqualTo(orBypass(Outcome.HIT));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
