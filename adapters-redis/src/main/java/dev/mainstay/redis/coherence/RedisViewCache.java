package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.SingleFlight;
import dev.mainstay.application.coherence.SingleFlight.Boarding;
import dev.mainstay.application.coherence.SingleFlight.Landing;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.coherence.ViewCodec.Lying;
import dev.mainstay.redis.connection.RedisUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Views in Redis, read cache-aside with a fill lease (coherence.md, "Reading"). */
public final class RedisViewCache implements ViewCache {

    static final Duration LEASE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final InstantSource clock;
    private final RedisViews views;
    private final SingleFlight<String, Cached<?>> flights = new SingleFlight<>(LEASE);

    public RedisViewCache(Transactions transactions, InstantSource clock, RedisViews views) {
        this.transactions = transactions;
        this.clock = clock;
        this.views = views;
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        if (transactions.active()) {
            return load(id, loader, "transaction");
        }
        var reading = new Reading<>(view, id, loader, view.key(id).toString());
        Lying<V> lying;
        try {
            lying = views.find(view, reading.key());
        } catch (RedisUnavailable unavailable) {
            return load(id, loader, unavailable.reason().detail());
        }
        return switch (lying) {
            case Lying.Value<V> found -> hit(found);
            case Lying.Fenced<V> fenced -> load(id, loader, "fenced");
            case Lying.Absent<V> absent -> fly(reading, Optional.empty());
            case Lying.Leased<V> leased -> fly(reading, Optional.empty());
            case Lying.Unusable<V>(String fingerprint) -> fly(reading, Optional.of(fingerprint));
        };
    }

    private record Reading<I, V>(CachedView<I, V> view, I id, Function<I, V> loader, String key) {}

    private <I, V> Cached<V> fly(Reading<I, V> reading, Optional<String> unusable) {
        Cached<?> answer = flights.fly(
                reading.key(),
                boarding -> fill(reading, unusable, boarding),
                () -> findAgain(reading, "flight_refused"));
        return answer.map(reading.view().type()::cast);
    }

    private <I, V> Landing<Cached<?>> fill(Reading<I, V> reading, Optional<String> unusable, Boarding boarding) {
        Optional<String> lease;
        try {
            lease = views.lease(reading.key(), LEASE, unusable);
            if (lease.isEmpty()) {
                return new Landing<>(awaitAnother(reading), false);
            }
        } catch (RedisUnavailable unavailable) {
            return new Landing<>(
                    load(reading.id(), reading.loader(), unavailable.reason().detail()), false);
        }
        return loadAndStore(reading, lease.get(), boarding);
    }

    /** The snapshot of the load starts after the lease was taken, and nobody boards once the fill is on its way. */
    private <I, V> Landing<Cached<?>> loadAndStore(Reading<I, V> reading, String lease, Boarding boarding) {
        Instant asOf = ViewCodec.asOf(clock.instant());
        V value;
        try {
            value = reading.loader().apply(reading.id());
        } catch (RuntimeException | Error failure) {
            views.release(reading.key(), lease);
            throw failure;
        }
        Duration ttl = reading.view().ttl(value, clock.instant());
        if (!ttl.isPositive()) {
            views.release(reading.key(), lease);
            return new Landing<>(new Cached<>(value, Outcome.BYPASS, "short_lived", asOf), false);
        }
        boarding.close();
        try {
            boolean stored = views.store(reading.view(), reading.key(), lease, value, asOf, ttl);
            return new Landing<>(
                    new Cached<>(
                            value, stored ? Outcome.MISS : Outcome.BYPASS, stored ? "stored" : "fill_refused", asOf),
                    stored);
        } catch (RedisUnavailable unavailable) {
            return new Landing<>(
                    new Cached<>(value, Outcome.BYPASS, unavailable.reason().detail(), asOf), false);
        }
    }

    /** Another instance holds the lease: waits briefly for its value. */
    private <I, V> Cached<V> awaitAnother(Reading<I, V> reading) {
        for (int look = 0; look < RedisViews.LOOKS; look++) {
            views.pauseBetweenLooks();
            switch (views.find(reading.view(), reading.key())) {
                case Lying.Value<V> found -> {
                    return hit(found);
                }
                case Lying.Leased<V> leased -> {}
                case Lying.Fenced<V> fenced -> {
                    return load(reading.id(), reading.loader(), "fenced");
                }
                case Lying.Absent<V> absent -> look = RedisViews.LOOKS;
                case Lying.Unusable<V> unusable -> look = RedisViews.LOOKS;
            }
        }
        return load(reading.id(), reading.loader(), "leased");
    }

    /** A passenger whose flight brought nothing: a value may lie there by now; else it loads, and stores nothing. */
    private <I, V> Cached<V> findAgain(Reading<I, V> reading, String otherwise) {
        try {
            if (views.find(reading.view(), reading.key()) instanceof Lying.Value<V> found) {
                return hit(found);
            }
        } catch (RedisUnavailable unavailable) {
            return load(reading.id(), reading.loader(), unavailable.reason().detail());
        }
        return load(reading.id(), reading.loader(), otherwise);
    }

    private static <V> Cached<V> hit(Lying.Value<V> found) {
        return new Cached<>(found.value(), Outcome.HIT, "stored", found.asOf());
    }

    private <I, V> Cached<V> load(I id, Function<I, V> loader, String why) {
        Instant asOf = ViewCodec.asOf(clock.instant());
        return new Cached<>(loader.apply(id), Outcome.BYPASS, why, asOf);
    }
}
