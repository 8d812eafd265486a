package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.SingleFlight;
import dev.mainstay.application.coherence.SingleFlight.Boarding;
import dev.mainstay.application.coherence.SingleFlight.Landing;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.coherence.TrustLease.Term;
import dev.mainstay.redis.coherence.ViewCodec.Lying;
import dev.mainstay.redis.connection.RedisUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Views in Redis, read cache-aside with a fill lease and under trust (coherence.md, "Reading"). */
final class RedisViewCache implements ViewCache {

    private final Transactions transactions;
    private final InstantSource clock;
    private final TrustLease lease;
    private final RedisViews views;
    private final SingleFlight<String, Cached<?>> flights;

    /** @param patience how long a caller waits for the flight that it shares */
    RedisViewCache(
            Transactions transactions, InstantSource clock, TrustLease lease, RedisViews views, Duration patience) {
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
        this.views = views;
        this.flights = new SingleFlight<>(patience);
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        if (transactions.active()) {
            return load(id, loader, "transaction");
        }
        return orLoad(id, loader, () -> {
            var reading = new Reading<>(
                    lease.forHits(), view, id, loader, view.key(id).toString());
            return switch (find(reading)) {
                case Lying.Value<V> found -> hit(found);
                case Lying.Fenced<V> fenced -> load(id, loader, "fenced");
                case Lying.Absent<V> absent -> fly(reading, Optional.empty());
                case Lying.Leased<V> leased -> fly(reading, Optional.empty());
                case Lying.Unusable<V>(String fingerprint) -> fly(reading, Optional.of(fingerprint));
            };
        });
    }

    private record Reading<I, V>(Term term, CachedView<I, V> view, I id, Function<I, V> loader, String key) {}

    /** Only {@link #find} and the lease may fail so: once the loader has run, its answer stands. */
    private <I, V> Cached<V> orLoad(I id, Function<I, V> loader, Supplier<Cached<V>> reading) {
        try {
            return reading.get();
        } catch (RedisUnavailable unavailable) {
            return load(id, loader, unavailable.reason().detail());
        } catch (Untrusted untrusted) {
            return load(id, loader, untrusted.reason().detail());
        }
    }

    /** What lies at the key, if trust is still held now that the answer has arrived. */
    private <I, V> Lying<V> find(Reading<I, V> reading) {
        Lying<V> lying = views.find(reading.term(), reading.view(), reading.key());
        lease.requireStill(reading.term(), reading.view());
        return lying;
    }

    private <I, V> Cached<V> fly(Reading<I, V> reading, Optional<String> unusable) {
        Cached<?> answer =
                flights.fly(reading.key(), boarding -> fill(reading, unusable, boarding), () -> findAgain(reading));
        return answer.map(reading.view().type()::cast);
    }

    private <I, V> Landing<Cached<?>> fill(Reading<I, V> reading, Optional<String> unusable, Boarding boarding) {
        Optional<String> fillLease;
        try {
            fillLease = views.lease(reading.term(), reading.key(), unusable);
            if (fillLease.isEmpty()) {
                return awaitAnother(reading, boarding);
            }
        } catch (RedisUnavailable unavailable) {
            return loadForAll(reading, boarding, unavailable.reason().detail());
        } catch (Untrusted untrusted) {
            return loadForAll(reading, boarding, untrusted.reason().detail());
        }
        return loadAndStore(reading, fillLease.get(), boarding);
    }

    /** The snapshot of the load starts after the lease was taken, and nobody boards once the fill is on its way. */
    private <I, V> Landing<Cached<?>> loadAndStore(Reading<I, V> reading, String fillLease, Boarding boarding) {
        Instant asOf = ViewCodec.asOf(clock.instant());
        V value;
        try {
            value = reading.loader().apply(reading.id());
        } catch (RuntimeException | Error failure) {
            views.release(reading.term(), reading.key(), fillLease);
            throw failure;
        }
        Duration ttl = reading.view().ttl(value, clock.instant());
        if (!ttl.isPositive()) {
            views.release(reading.term(), reading.key(), fillLease);
            return new Landing<>(new Cached<>(value, Outcome.BYPASS, "short_lived", asOf), false);
        }
        boarding.close();
        return store(reading, fillLease, value, asOf, ttl);
    }

    /**
     * Whoever boarded may have seen a write that was committed since the load, unless the lease outlived them all: a writer that fences
     * takes it, and one that cannot commits only when no trust is held.
     */
    private <I, V> Landing<Cached<?>> store(
            Reading<I, V> reading, String fillLease, V value, Instant asOf, Duration ttl) {
        try {
            boolean stored = views.store(reading.term(), reading.view(), reading.key(), fillLease, value, asOf, ttl);
            return stored
                    ? new Landing<>(
                            new Cached<>(value, Outcome.MISS, "stored", asOf),
                            lease.stillHolds(reading.term(), reading.view()))
                    : new Landing<>(new Cached<>(value, Outcome.BYPASS, "fill_refused", asOf), false);
        } catch (RedisUnavailable unavailable) {
            return new Landing<>(
                    new Cached<>(value, Outcome.BYPASS, unavailable.reason().detail(), asOf), false);
        }
    }

    /** Another instance holds the lease: waits briefly for its value. */
    private <I, V> Landing<Cached<?>> awaitAnother(Reading<I, V> reading, Boarding boarding) {
        for (int look = 0; look < RedisViews.LOOKS; look++) {
            views.pauseBetweenLooks();
            switch (find(reading)) {
                case Lying.Value<V> found -> {
                    return new Landing<>(hit(found), false);
                }
                case Lying.Leased<V> leased -> {}
                case Lying.Fenced<V> fenced -> {
                    return loadForAll(reading, boarding, "fenced");
                }
                case Lying.Absent<V> absent -> look = RedisViews.LOOKS;
                case Lying.Unusable<V> unusable -> look = RedisViews.LOOKS;
            }
        }
        return loadForAll(reading, boarding, "leased");
    }

    /** Nothing can be stored, but whoever has boarded may share the load: it begins after all of them have asked. */
    private <I, V> Landing<Cached<?>> loadForAll(Reading<I, V> reading, Boarding boarding, String why) {
        boarding.close();
        return new Landing<>(load(reading.id(), reading.loader(), why), true);
    }

    /** A passenger whose flight brought nothing: a value may lie there by now; else it loads, and stores nothing. */
    private <I, V> Cached<V> findAgain(Reading<I, V> reading) {
        return orLoad(
                reading.id(),
                reading.loader(),
                () -> find(reading) instanceof Lying.Value<V> found
                        ? hit(found)
                        : load(reading.id(), reading.loader(), "flight_refused"));
    }

    private static <V> Cached<V> hit(Lying.Value<V> found) {
        return new Cached<>(found.value(), Outcome.HIT, "stored", found.asOf());
    }

    private <I, V> Cached<V> load(I id, Function<I, V> loader, String why) {
        Instant asOf = ViewCodec.asOf(clock.instant());
        return new Cached<>(loader.apply(id), Outcome.BYPASS, why, asOf);
    }
}
