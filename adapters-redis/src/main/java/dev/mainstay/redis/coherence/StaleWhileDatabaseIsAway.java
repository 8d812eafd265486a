package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.refusal.Unavailable;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * When the facts cannot be read because their store is away, shows what was last known of views that say they may be stale (G9). It does
 * nothing until a loader has failed, so a hit pays nothing for it.
 */
final class StaleWhileDatabaseIsAway implements ViewCache {

    static final String DETAIL = "possibly-stale";

    private final ViewCache delegate;
    private final LastKnown known;
    private final Transactions transactions;

    StaleWhileDatabaseIsAway(ViewCache delegate, LastKnown known, Transactions transactions) {
        this.delegate = delegate;
        this.known = known;
        this.transactions = transactions;
    }

    @Override
    public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
        try {
            return delegate.read(view, id, loader);
        } catch (Unavailable away) {
            if (!away.isDatabaseAway() || !view.mayBeStaleWhileDatabaseIsAway() || transactions.active()) {
                throw away;
            }
            return known.of(view, id)
                    .map(last -> new Cached<>(last.value(), Outcome.STALE, DETAIL, last.asOf()))
                    .orElseThrow(() -> away);
        }
    }

    @Override
    public <I, V> CompletionStage<Optional<Glimpse<V>>> glance(CachedView<I, V> view, I id, Function<I, V> loader) {
        return delegate.glance(view, id, loader);
    }
}
