package dev.mainstay.application.coherence;

import dev.mainstay.application.coherence.Cached.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Recomputes a share of the hits and compares (coherence.md, "Proof", 4). A difference counts only if the very same record still
 * lies at the key afterwards: otherwise a write came between, and its fence did its work. Nor does it count against what would not be kept
 * itself, such as a page that misses a widget because the database went away while it was made: that says nothing of the facts.
 */
public final class ShadowVerifiedViewCache implements ViewCache {

    /** Hears what the comparison of a hit came to. */
    public interface Listener {
        /** A hit equalled the facts, or was replaced while it was being compared. */
        void verified(CachedView<?, ?> view);

        /** A violation of the guarantee: the listener removes what lies at the key and raises the alarm. */
        void mismatch(CachedView<?, ?> view, CacheKey key, Object cached, Object facts);
    }

    private final ViewCache delegate;
    private final InstantSource clock;
    private final double share;
    private final Listener listener;
    private final AtomicLong hits = new AtomicLong();

    /** @param share of the hits of coherent views, from 0 (none) to 1 (all) */
    public ShadowVerifiedViewCache(ViewCache delegate, InstantSource clock, double share, Listener listener) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of verified hits is " + share + ", expected 0 to 1");
        }
        this.delegate = delegate;
        this.clock = clock;
        this.share = share;
        this.listener = listener;
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        Cached<V> hit = delegate.read(view, id, loader);
        if (hit.outcome() != Outcome.HIT || view.tier() != Tier.COHERENT || !chosen()) {
            return hit;
        }
        return verified(view, id, loader, hit);
    }

    private <I, V> Cached<V> verified(CachedView<I, V> view, I id, Function<I, V> loader, Cached<V> hit) {
        Instant asOf = clock.instant();
        V facts = loader.apply(id);
        if (!view.ttl(facts, clock.instant()).isPositive()) {
            return hit;
        }
        if (facts.equals(hit.value()) || isReplaced(view, id, loader, hit)) {
            listener.verified(view);
            return hit;
        }
        listener.mismatch(view, view.key(id), hit.value(), facts);
        return new Cached<>(facts, Outcome.BYPASS, "mismatch", asOf);
    }

    private <I, V> boolean isReplaced(CachedView<I, V> view, I id, Function<I, V> loader, Cached<V> hit) {
        Cached<V> again = delegate.read(view, id, loader);
        return again.outcome() != Outcome.HIT
                || !again.asOf().equals(hit.asOf())
                || !again.value().equals(hit.value());
    }

    /** Only the value is compared: its rendering was stored with it in one piece. */
    @Override
    public <I, V> CompletionStage<Optional<Glimpse<V>>> glance(CachedView<I, V> view, I id, Function<I, V> loader) {
        return delegate.glance(view, id, loader)
                .thenCompose(found -> found.isEmpty() || view.tier() != Tier.COHERENT || !chosen()
                        ? CompletableFuture.completedFuture(found)
                        : CompletableFuture.supplyAsync(
                                        () -> found.filter(hit -> isTrue(view, id, loader, hit)),
                                        Thread::startVirtualThread)
                                .exceptionally(factsAway -> Optional.empty()));
    }

    private <I, V> boolean isTrue(CachedView<I, V> view, I id, Function<I, V> loader, Glimpse<V> glimpse) {
        return glimpse.value()
                .map(value -> new Cached<>(value, Outcome.HIT, "stored", glimpse.asOf()))
                .filter(hit -> verified(view, id, loader, hit).outcome() == Outcome.HIT)
                .isPresent();
    }

    private boolean chosen() {
        long hit = hits.incrementAndGet();
        return Math.floor(hit * share) > Math.floor((hit - 1) * share);
    }
}
