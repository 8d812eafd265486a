package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.coherence.SharedLoads;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Views in Redis, read cache-aside with a fill lease and under trust (coherence.md, "Reading"). */
final class RedisViewCache implements ViewCache {

    private final Transactions transactions;
    private final InstantSource clock;
    private final TrustLease lease;
    private final RedisViews views;
    private final SingleFlight<String, Cached<?>> flights;
    private final SharedLoads<String, Loaded> loads;

    /** @param patience how long a caller waits for the flight or the load that it shares */
    RedisViewCache(
            Transactions transactions, InstantSource clock, TrustLease lease, RedisViews views, Duration patience) {
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
        this.views = views;
        this.flights = new SingleFlight<>(patience);
        this.loads = new SharedLoads<>(patience);
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        var wish = new Wish<V>(view, view.key(id).toString(), () -> loader.apply(id));
        if (transactions.active()) {
            return wish.bypassed(load(wish), "transaction");
        }
        return flights.board(wish.key(), () -> findAgain(wish))
                .map(wish::answered)
                .orElseGet(() -> find(wish));
    }

    @Override
    public <I, V> CompletionStage<Optional<Glimpse<V>>> glance(CachedView<I, V> view, I id, Function<I, V> loader) {
        return unlessRefused(
                () -> {
                    Term term = lease.forHits();
                    return views.glance(term, view, view.key(id).toString())
                            .thenApply(found -> found.filter(hit -> lease.stillHolds(term, view)));
                },
                why -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** What a caller asks for. */
    private record Wish<V>(CachedView<?, V> view, String key, Supplier<V> loader) {
        Cached<V> answered(Cached<?> answer) {
            return answer.map(view.type()::cast);
        }

        Cached<V> bypassed(Loaded loaded, String why) {
            return new Cached<>(view.type().cast(loaded.value()), Outcome.BYPASS, why, loaded.asOf());
        }
    }

    private record Loaded(Object value, Instant asOf) {}

    private <V> Cached<V> find(Wish<V> wish) {
        return unlessRefused(
                () -> {
                    Term term = lease.forHits();
                    return switch (lyingAt(wish, term)) {
                        case Lying.Value<V> found -> hit(found);
                        case Lying.Fenced<V> fenced -> bypass(wish, "fenced");
                        case Lying.Absent<V> absent -> fly(wish, term, Optional.empty());
                        case Lying.Leased<V> leased -> fly(wish, term, Optional.empty());
                        case Lying.Unusable<V>(String fingerprint) -> fly(wish, term, Optional.of(fingerprint));
                    };
                },
                why -> bypass(wish, why));
    }

    /** A passenger whose flight brought nothing: a value may lie there by now; else it loads, and stores nothing. */
    private <V> Cached<V> findAgain(Wish<V> wish) {
        return unlessRefused(
                () -> lyingAt(wish, lease.forHits()) instanceof Lying.Value<V> found
                        ? hit(found)
                        : bypass(wish, "flight_refused"),
                why -> bypass(wish, why));
    }

    /** What lies at the key, if trust is still held now that the answer has arrived. */
    private <V> Lying<V> lyingAt(Wish<V> wish, Term term) {
        Lying<V> lying = views.find(term, wish.view(), wish.key());
        lease.requireStill(term, wish.view());
        return lying;
    }

    private <V> Cached<V> fly(Wish<V> wish, Term term, Optional<String> unusable) {
        return wish.answered(flights.fly(
                wish.key(),
                boarding -> unlessRefused(
                        () -> fill(wish, term, unusable, boarding), why -> loadForAll(wish, boarding, why)),
                () -> findAgain(wish)));
    }

    private <V> Landing<Cached<?>> fill(Wish<V> wish, Term term, Optional<String> unusable, Boarding boarding) {
        var fillLease = views.lease(term, wish.key(), unusable);
        return fillLease.isPresent()
                ? loadAndStore(wish, term, fillLease.get(), boarding)
                : awaitAnother(wish, term, boarding);
    }

    /** The snapshot of the load starts after the lease was taken, and nobody boards once the fill is on its way. */
    private <V> Landing<Cached<?>> loadAndStore(Wish<V> wish, Term term, String fillLease, Boarding boarding) {
        Loaded loaded;
        try {
            loaded = load(wish);
        } catch (RuntimeException | Error failure) {
            views.release(term, wish.key(), fillLease);
            throw failure;
        }
        V value = wish.view().type().cast(loaded.value());
        Duration ttl = wish.view().ttl(value, clock.instant());
        if (!ttl.isPositive()) {
            views.release(term, wish.key(), fillLease);
            return new Landing<>(wish.bypassed(loaded, "short_lived"), false);
        }
        boarding.close();
        try {
            return views.store(term, wish.view(), wish.key(), fillLease, value, loaded.asOf(), ttl)
                    ? stored(wish, term, new Cached<>(value, Outcome.MISS, "stored", loaded.asOf()))
                    : new Landing<>(wish.bypassed(loaded, "fill_refused"), false);
        } catch (RedisUnavailable unavailable) {
            return new Landing<>(wish.bypassed(loaded, unavailable.reason().detail()), false);
        }
    }

    /**
     * Whoever boarded may have seen a write that was committed since the load, unless the lease outlived them all: a writer that fences
     * takes it, and one that cannot commits only when no trust is held.
     */
    private Landing<Cached<?>> stored(Wish<?> wish, Term term, Cached<?> miss) {
        return new Landing<>(miss, lease.stillHolds(term, wish.view()));
    }

    /** Another instance holds the lease: waits briefly for its value. */
    private <V> Landing<Cached<?>> awaitAnother(Wish<V> wish, Term term, Boarding boarding) {
        for (int look = 0; look < RedisViews.LOOKS; look++) {
            views.pauseBetweenLooks();
            switch (lyingAt(wish, term)) {
                case Lying.Value<V> found -> {
                    return findForAll(wish, term, boarding);
                }
                case Lying.Leased<V> leased -> {}
                case Lying.Fenced<V> fenced -> {
                    return loadForAll(wish, boarding, "fenced");
                }
                case Lying.Absent<V> absent -> look = RedisViews.LOOKS;
                case Lying.Unusable<V> unusable -> look = RedisViews.LOOKS;
            }
        }
        return loadForAll(wish, boarding, "leased");
    }

    /** Asks once more, now that nobody boards: for whoever has boarded it is as if each had asked for itself. */
    private <V> Landing<Cached<?>> findForAll(Wish<V> wish, Term term, Boarding boarding) {
        boarding.close();
        return lyingAt(wish, term) instanceof Lying.Value<V> found
                ? new Landing<>(hit(found), true)
                : loadForAll(wish, boarding, "flight_refused");
    }

    /** Nothing can be stored, but whoever has boarded may share the load: it begins after all of them have asked. */
    private Landing<Cached<?>> loadForAll(Wish<?> wish, Boarding boarding, String why) {
        boarding.close();
        return new Landing<>(bypass(wish, why), true);
    }

    private <V> Cached<V> bypass(Wish<V> wish, String why) {
        return wish.bypassed(loads.load(wish.key(), () -> load(wish)), why);
    }

    private Loaded load(Wish<?> wish) {
        Instant asOf = StoredValue.asOf(clock.instant());
        return new Loaded(wish.loader().get(), asOf);
    }

    private static <V> Cached<V> hit(Lying.Value<V> found) {
        return new Cached<>(found.value(), Outcome.HIT, "stored", found.asOf());
    }

    /** What Redis or the lease refuses, the facts answer; the reason is a word for {@code Cache-Status}. */
    private static <T> T unlessRefused(Supplier<T> asking, Function<String, T> otherwise) {
        try {
            return asking.get();
        } catch (RedisUnavailable unavailable) {
            return otherwise.apply(unavailable.reason().detail());
        } catch (Untrusted untrusted) {
            return otherwise.apply(untrusted.reason().detail());
        }
    }
}
