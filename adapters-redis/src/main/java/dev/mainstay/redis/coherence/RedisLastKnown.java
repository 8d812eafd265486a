package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.redis.coherence.TrustLease.Term;
import dev.mainstay.redis.coherence.ViewCodec.Lying;
import dev.mainstay.redis.connection.RedisUnavailable;
import java.util.Optional;

/**
 * Reads Redis by PostgreSQL's last word, however long ago that was. If the last word was that some writer is cut off, or that Redis has
 * forgotten, then what lies there was behind even before the database went away, and is not known at all.
 */
final class RedisLastKnown implements LastKnown {

    private final TrustLease lease;
    private final RedisViews views;

    RedisLastKnown(TrustLease lease, RedisViews views) {
        this.lease = lease;
        this.views = views;
    }

    @Override
    public <I, V> Optional<Known<V>> of(CachedView<I, V> view, I id) {
        return lease.latest().filter(RedisLastKnown::sawNoTrouble).flatMap(term -> find(term, view, id));
    }

    private static boolean sawNoTrouble(Term term) {
        return term.inForce().number() > 0
                && term.inForce().settled()
                && term.standing().distrustSince().isEmpty();
    }

    private <I, V> Optional<Known<V>> find(Term term, CachedView<I, V> view, I id) {
        try {
            return views.find(term, view, view.key(id).toString()) instanceof Lying.Value<V> found
                    ? Optional.of(new Known<>(found.value(), found.asOf()))
                    : Optional.empty();
        } catch (RedisUnavailable away) {
            return Optional.empty();
        }
    }
}
