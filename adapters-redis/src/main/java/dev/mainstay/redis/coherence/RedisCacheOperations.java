package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CacheState;
import dev.mainstay.application.coherence.CacheState.Reach;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.ViewFigures;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.redis.coherence.TrustLease.Term;
import dev.mainstay.redis.connection.RedisConnection;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Drops by changing what a value must carry to count: the view's count of drops, or the incarnation. Every instance learns it with its next
 * trust lease, so whoever has waited for the longest of them may say that it is done.
 */
final class RedisCacheOperations implements CacheOperations {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final RedisConnection connection;
    private final CoherenceLedger ledger;
    private final CoherenceTimes times;
    private final TrustLease lease;
    private final Incarnations incarnations;
    private final CutOff cutOff;
    private final CountedReads counted;

    RedisCacheOperations(
            RedisConnection connection,
            CoherenceLedger ledger,
            CoherenceTimes times,
            TrustLease lease,
            Incarnations incarnations,
            CutOff cutOff,
            CountedReads counted) {
        this.connection = connection;
        this.ledger = ledger;
        this.times = times;
        this.lease = lease;
        this.incarnations = incarnations;
        this.cutOff = cutOff;
        this.counted = counted;
    }

    @Override
    public boolean isAbsent() {
        return false;
    }

    @Override
    public CacheState state() {
        boolean answers = connection.ping();
        boolean usable = connection.isUsable();
        Optional<Term> latest = lease.latest();
        return new CacheState(
                answers && usable ? Reach.UP : Reach.DEGRADED,
                usable,
                withheld(),
                latest.flatMap(term -> term.standing().distrustSince()),
                latest.map(Term::inForce),
                cutOff.pendingKeys(),
                latest.map(term -> term.standing().dropped()).orElse(Map.of()));
    }

    private Optional<String> withheld() {
        try {
            boolean followed =
                    connection.runId().equals(Optional.of(lease.forHits().runId()));
            return followed ? Optional.empty() : Optional.of("redis_other_life");
        } catch (Untrusted untrusted) {
            return Optional.of(untrusted.reason().detail());
        }
    }

    @Override
    public ViewFigures figures(CachedView<?, ?> view) {
        return counted.of(view);
    }

    @Override
    public void dropView(CachedView<?, ?> view) {
        ledger.dropView(view.name());
        awaitAllLeases();
    }

    @Override
    public void dropEverything() {
        if (!incarnations.renew("operator")) {
            throw new Unavailable(
                    "cache_unavailable",
                    "Redis cannot be reached, or is being given a new incarnation by another instance; nothing was dropped.",
                    RETRY);
        }
        awaitAllLeases();
    }

    /** Whoever had not heard of it has no trust by then. */
    private void awaitAllLeases() {
        Patiently.sleep(times.distrustTakes());
    }
}
