package dev.mainstay.application.coherence;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Reads views cache-aside (coherence.md, "Reading"). There is no {@code put}: what is stored is what a loader has just read
 * from the facts, and only the write flow invalidates (G7).
 *
 * <p>Fallback: without a cache, or when it fails or overruns its time budget, the loader answers and nothing is stored.
 */
public interface ViewCache {

    /**
     * The value of a view. Inside a transaction the loader always answers, for the transaction sees its own writes.
     *
     * @param loader reads the facts; called at most once, and not at all on a hit. It runs outside any transaction of the
     *     caller's or inside it, never in an older snapshot. Its refusals and failures pass through and are not cached; a
     *     value that says "there is none" is a value.
     */
    <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader);

    /**
     * What {@link #read} would answer as a hit, found without keeping this thread waiting; empty if there is none, or if nobody can say so
     * without waiting. Then {@link #read} answers. Never fails, and is not for use inside a transaction.
     *
     * @param loader as in {@link #read}; called only where hits are verified, and on a thread of its own
     */
    default <I, V> CompletionStage<Optional<Glimpse<V>>> glance(CachedView<I, V> view, I id, Function<I, V> loader) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
