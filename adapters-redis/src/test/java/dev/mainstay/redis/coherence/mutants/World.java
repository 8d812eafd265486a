package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.Fences.Fence;
import dev.mainstay.application.coherence.InMemoryCoherenceLedger;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.redis.RedisFixture;
import dev.mainstay.redis.connection.TestRedis;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Two instances on one database and one Redis, one fact that writers count up from 0, "there is none", and somebody who remembers what has been
 * acknowledged or read by anyone: no later read may show less.
 */
final class World implements AutoCloseable {

    /** The fact's version; empty where there is none. */
    record Shown(Optional<Long> version) {}

    static final CachedView<UUID, Shown> VIEW =
            CachedView.of(KeyModule.CACHE, "mutants", "thing", UUID::toString, Shown.class);

    private final UUID id = UUID.randomUUID();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final CoherenceLedger ledger = new InMemoryCoherenceLedger(transactions, InstantSource.system());
    private final List<String> stale = new ArrayList<>();
    private volatile long fact;
    private volatile long begun;
    private volatile long seen;

    final TestRedis redis = TestRedis.start();
    final Subject here;
    final Subject there;

    World(Mutation mutation) {
        here = new Subject("here", mutation, redis, ledger);
        there = new Subject("there", mutation, redis, ledger);
        await(here);
        await(there);
    }

    private static void await(Subject instance) {
        var probe = UUID.randomUUID();
        RedisFixture.await(
                "hits",
                () -> instance.cache()
                                .read(VIEW, probe, asked -> new Shown(Optional.empty()))
                                .outcome()
                        == Outcome.HIT);
    }

    UUID id() {
        return id;
    }

    CacheKey key() {
        return VIEW.key(id);
    }

    /** What the database says at this moment. */
    long fact() {
        return fact;
    }

    /** Reads once, on a thread of its own, as another request would. */
    Cached<Long> read(Subject instance) {
        return read(instance, this::fact);
    }

    /** As {@link #read(Subject)}, and loads so. */
    Cached<Long> read(Subject instance, LongSupplier loader) {
        return judged(instance, VIEW, shown -> shown.version().orElse(0L), asked -> shown(loader.getAsLong()));
    }

    /** As {@link #read(Subject)}, of any view of the fact. */
    <V> Cached<Long> judged(
            Subject instance, CachedView<UUID, V> view, ToLongFunction<V> version, Function<UUID, V> loader) {
        long least = seen;
        Cached<V> answer = elsewhere(() -> instance.cache().read(view, id, loader));
        long shown = version.applyAsLong(answer.value());
        if (shown < least || shown > begun) {
            stale.add(instance + " showed " + shown + ", " + answer.outcome() + ' ' + answer.detail() + ", not " + least
                    + ".." + begun);
        }
        saw(Math.min(shown, begun));
        return answer.map(value -> shown);
    }

    static Shown shown(long version) {
        return new Shown(version == 0 ? Optional.empty() : Optional.of(version));
    }

    /** Reads until Redis has had a say: trust comes late on a busy machine. */
    void look(Subject instance) {
        RedisFixture.await("an answer under trust", () -> hadASay(read(instance)));
    }

    static boolean hadASay(Cached<?> answer) {
        return !answer.detail().equals("no_trust") && !answer.detail().startsWith("redis_");
    }

    /** Reads until the value comes out of Redis, or somebody has seen an old one. */
    void readUntilHit(Subject instance) {
        RedisFixture.await("a hit", () -> read(instance).outcome() == Outcome.HIT || !stale.isEmpty());
    }

    /** Somebody has seen that version, by whatever way. */
    void saw(long version) {
        seen = Math.max(seen, version);
    }

    /** A whole write, up to its answer. */
    void write(Subject by, long version) {
        commit(by, version, () -> {}).lower();
        saw(version);
    }

    /** Fences and commits, and does something in between; the caller lowers. */
    Fence commit(Subject by, long version, Runnable beforeCommit) {
        begun = version;
        return transactions.run(() -> {
            var fence = by.fences().raise(Set.of(key()));
            beforeCommit.run();
            fact = version;
            return fence;
        });
    }

    /** On another thread, and returns when it is done. */
    static <T> T elsewhere(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(
                            work, task -> Thread.ofVirtual().start(task))
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The reads that no order of the writes explains. */
    List<String> stale() {
        return stale;
    }

    @Override
    public void close() {
        here.close();
        there.close();
        redis.close();
    }
}
