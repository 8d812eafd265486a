package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.coherence.Rendering;
import dev.mainstay.application.coherence.ShadowVerifiedViewCache;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The protocol of coherence.md, wired once: readers and writers share one trust lease, and two threads in the background keep it and put
 * right what an outage left.
 */
public final class Coherence implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Coherence.class);
    private static final Duration KEEPING = Duration.ofMillis(100);

    private final TrustLease lease;
    private final Incarnations incarnations;
    private final StandingFences standing;
    private final CutOff cutOff;
    private final Repair repair;
    private final CoherenceLedger ledger;
    private final RedisConnection connection;
    private final RedisFences fences;
    private final ViewCache cache;
    private final LastKnown lastKnown;
    private final CacheOperations operations;
    private final Rounds trusting;
    private final Rounds keeping;

    private Coherence(
            RedisConnection connection,
            RedisWrites writes,
            CoherenceLedger ledger,
            CoherenceTimes times,
            Transactions transactions,
            double verifiedShare,
            Renderings renderings,
            MeterRegistry meters,
            InstantSource clock) {
        this.connection = connection;
        this.ledger = ledger;
        this.lease = new TrustLease(times, System::nanoTime);
        this.incarnations = new Incarnations(ledger, lease, times, connection, writes, meters);
        this.standing = new StandingFences(times, lease, writes);
        this.cutOff = new CutOff(UUID.randomUUID(), ledger, times);
        this.repair = new Repair(cutOff, ledger, lease, incarnations, times, connection, writes);
        var views = new RedisViews(times, connection, writes, clock, meters, renderings);
        this.fences = new RedisFences(lease, incarnations, standing, cutOff, times, connection, writes, meters);
        this.lastKnown = new RedisLastKnown(lease, views);
        var verified = new ShadowVerifiedViewCache(
                new RedisViewCache(transactions, clock, lease, views, times.fillLease()),
                clock,
                verifiedShare,
                new VerificationAlarm(lease, views, meters));
        this.cache = new StaleWhileDatabaseIsAway(verified, lastKnown, transactions);
        this.operations = new RedisCacheOperations(
                connection, ledger, times, lease, incarnations, cutOff, new CountedReads(meters));
        new CoherenceMeters(lease, cutOff, clock).register(meters);
        this.trusting = new Rounds("trust-keeper", times.renewal(), this::trust);
        this.keeping = new Rounds("coherence-keeper", KEEPING, this::keep);
    }

    /** Starts to keep the trust lease and does not wait for it. */
    public static Coherence start(
            RedisConnection connection,
            RedisWrites writes,
            CoherenceLedger ledger,
            CoherenceTimes times,
            Transactions transactions,
            double verifiedShare,
            Collection<? extends Rendering<?>> renderings,
            MeterRegistry meters,
            InstantSource clock) {
        var coherence = new Coherence(
                connection,
                writes,
                ledger,
                times,
                transactions,
                verifiedShare,
                new Renderings(renderings),
                meters,
                clock);
        coherence.trusting.start();
        coherence.keeping.start();
        return coherence;
    }

    /** Waits a moment for trust where Redis answers, lest the first requests all bypass: a second at most. */
    public void awaitTrust() {
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (connection.isUsable() && !isReady() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private boolean isReady() {
        return lease.current()
                .filter(term -> connection.runId().equals(Optional.of(term.runId())))
                .isPresent();
    }

    private void trust() {
        long asked = lease.now();
        lease.renew(ledger.standing(), asked);
        cutOff.beat();
    }

    private void keep() {
        incarnations.round();
        standing.round();
        repair.round();
    }

    public ViewCache cache() {
        return cache;
    }

    public LastKnown lastKnown() {
        return lastKnown;
    }

    public CacheOperations operations() {
        return operations;
    }

    public Fences fences() {
        return fences;
    }

    @Override
    public void close() {
        keeping.close();
        try {
            repair.round();
        } catch (RuntimeException away) {
            log.warn("not_repaired_at_the_end advice=\"another instance will\" error=\"{}\"", away.toString());
        }
        trusting.close();
    }
}
