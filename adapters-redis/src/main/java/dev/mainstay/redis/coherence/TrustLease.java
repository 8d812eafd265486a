package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import dev.mainstay.application.coherence.CoherenceLedger.Standing;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.redis.connection.RedisWrites.Marker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The trust lease: what PostgreSQL last said about the cache, and whether it was asked so recently that it still counts (coherence.md,
 * "When the fence cannot be raised"). Time is monotonic, so that nobody who sets a clock can stretch it.
 */
final class TrustLease {

    private final CoherenceTimes times;
    private final LongSupplier nanoTime;
    private volatile @Nullable Term latest;

    /** @param nanoTime as {@link System#nanoTime} */
    TrustLease(CoherenceTimes times, LongSupplier nanoTime) {
        this.times = times;
        this.nanoTime = nanoTime;
    }

    /**
     * One answer to the trust query.
     *
     * @param asked before the query was sent
     * @param seenSince when this instance first heard of the incarnation in force
     */
    record Term(Standing standing, long asked, long seenSince) {

        Incarnation inForce() {
            return standing.inForce();
        }

        String runId() {
            return inForce().runId();
        }

        Marker marker() {
            return new Marker(
                    runId(), standing.markerKey().toString(), inForce().marker());
        }

        /** What a value of the view must carry to count: one that was stored in another life, or was dropped, does not. */
        String stamp(CachedView<?, ?> view) {
            return StoredValue.stamp(inForce().marker(), standing.dropped().getOrDefault(view.name(), 0));
        }
    }

    long now() {
        return nanoTime.getAsLong();
    }

    /** An answer has come; of two it is the one asked later that counts. */
    synchronized void renew(Standing standing, long asked) {
        Term before = latest;
        if (before != null && asked - before.asked() < 0) {
            return;
        }
        if (before != null && before.inForce().number() == standing.inForce().number()) {
            latest = new Term(standing, asked, before.seenSince());
        } else {
            latest = new Term(standing, asked, now());
        }
    }

    /** The latest answer, whether it still counts or not; for what promises nothing. */
    Optional<Term> latest() {
        return Optional.ofNullable(latest);
    }

    /** The latest answer, if it still counts. */
    Optional<Term> current() {
        return latest().filter(this::isFresh);
    }

    private boolean isFresh(Term term) {
        return now() - term.asked() < times.trust().toNanos();
    }

    /** @throws Untrusted if PostgreSQL has not said of late which life of Redis is in force */
    Term forFences() {
        Term term = current().orElseThrow(() -> new Untrusted(Untrusted.Reason.NO_TRUST));
        if (term.inForce().number() == 0) {
            throw new Untrusted(Untrusted.Reason.NO_INCARNATION);
        }
        return term;
    }

    /** @throws Untrusted if a hit might be stale */
    Term forHits() {
        Term term = forFences();
        if (term.standing().distrustSince().isPresent()) {
            throw new Untrusted(Untrusted.Reason.DISTRUST);
        }
        if (!term.inForce().settled()) {
            throw new Untrusted(Untrusted.Reason.QUARANTINE);
        }
        return term;
    }

    /**
     * After an answer of Redis arrived that was asked under the earlier term: may it be believed?
     *
     * @throws Untrusted if not
     */
    void requireStill(Term earlier, CachedView<?, ?> view) {
        Term now = forHits();
        // Mostly the very same answer, and then there is nothing to compare.
        if (now.asked() != earlier.asked() && !now.stamp(view).equals(earlier.stamp(view))) {
            throw new Untrusted(Untrusted.Reason.QUARANTINE);
        }
    }

    /** As {@link #requireStill}, as a question. */
    boolean stillHolds(Term earlier, CachedView<?, ?> view) {
        try {
            requireStill(earlier, view);
            return true;
        } catch (Untrusted lapsed) {
            return false;
        }
    }

    /** How long until nobody can serve hits of the life before this one: zero or less if that is over, or was found so by another. */
    Duration untilPredecessorIsSilent(Term term) {
        return term.inForce().settled() ? Duration.ZERO : times.distrustTakes().minusNanos(now() - term.seenSince());
    }
}
