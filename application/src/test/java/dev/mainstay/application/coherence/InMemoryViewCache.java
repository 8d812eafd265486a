package dev.mainstay.application.coherence;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.writing.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A cache that really caches, with its fences, by the rules of coherence.md: for use cases whose invalidations are to be tested. */
public final class InMemoryViewCache implements ViewCache, Fences {

    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<CacheKey, State> states = new HashMap<>();
    private final SingleFlight<CacheKey, Cached<Object>> flights;

    private sealed interface State {}

    private record Lease(Object reader) implements State {}

    private record Value(Object value, Instant asOf, Instant until) implements State {}

    private record Fenced(Set<Object> writers) implements State {}

    public InMemoryViewCache(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        this.flights = new SingleFlight<>(Duration.ofSeconds(5));
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        if (transactions.active()) {
            return bypass(id, loader, "transaction");
        }
        CacheKey key = view.key(id);
        return switch (find(key).orElse(null)) {
            case Value(Object value, Instant asOf, Instant until) ->
                new Cached<>(view.type().cast(value), Outcome.HIT, "stored", asOf);
            case Fenced fenced -> bypass(id, loader, "fenced");
            case null, default ->
                flights.fly(
                                key,
                                boarding -> fill(view, id, loader, boarding),
                                () -> bypass(id, loader, "busy").map(Object.class::cast))
                        .map(view.type()::cast);
        };
    }

    private <I, V> SingleFlight.Landing<Cached<Object>> fill(
            CachedView<I, V> view, I id, Function<I, V> loader, SingleFlight.Boarding boarding) {
        CacheKey key = view.key(id);
        var lease = new Lease(new Object());
        boolean leased = lease(key, lease);
        Instant asOf = clock.instant();
        V value;
        try {
            value = loader.apply(id);
        } catch (RuntimeException | Error failure) {
            replace(key, lease, Optional.empty());
            throw failure;
        }
        boarding.close();
        Duration ttl = view.ttl(value, clock.instant());
        boolean stored = leased
                && store(key, lease, new Value(value, asOf, clock.instant().plus(ttl)), ttl);
        return new SingleFlight.Landing<>(
                stored
                        ? new Cached<>(value, Outcome.MISS, "stored", asOf)
                        : new Cached<>(value, Outcome.BYPASS, leased ? "fill_refused" : "busy", asOf),
                stored);
    }

    @Override
    public synchronized Fence raise(Set<CacheKey> keys) {
        var writer = new Object();
        for (CacheKey key : keys) {
            if (states.get(key) instanceof Fenced(Set<Object> writers)) {
                writers.add(writer);
            } else {
                states.put(key, new Fenced(new HashSet<>(Set.of(writer))));
            }
        }
        return () -> lower(keys, writer);
    }

    private synchronized void lower(Set<CacheKey> keys, Object writer) {
        for (CacheKey key : keys) {
            if (states.get(key) instanceof Fenced(Set<Object> writers) && writers.remove(writer) && writers.isEmpty()) {
                states.remove(key);
            }
        }
    }

    private synchronized Optional<State> find(CacheKey key) {
        if (states.get(key) instanceof Value value && !clock.instant().isBefore(value.until())) {
            states.remove(key);
        }
        return Optional.ofNullable(states.get(key));
    }

    private synchronized boolean lease(CacheKey key, Lease lease) {
        return states.putIfAbsent(key, lease) == null;
    }

    private synchronized boolean replace(CacheKey key, Lease lease, Optional<State> successor) {
        if (!lease.equals(states.get(key))) {
            return false;
        }
        successor.ifPresentOrElse(state -> states.put(key, state), () -> states.remove(key));
        return true;
    }

    private boolean store(CacheKey key, Lease lease, Value value, Duration ttl) {
        boolean replaced = replace(key, lease, ttl.isPositive() ? Optional.of(value) : Optional.empty());
        return replaced && ttl.isPositive();
    }

    private <I, V> Cached<V> bypass(I id, Function<I, V> loader, String why) {
        Instant asOf = clock.instant();
        return new Cached<>(loader.apply(id), Outcome.BYPASS, why, asOf);
    }
}
