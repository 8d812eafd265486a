package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.Fences;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writers of an instance that was given no Redis, beside others that may have one (coherence.md, "Without Redis"). For as long as it
 * lives it keeps distrust declared, so that nobody serves hits; once it is silent, others give the cache a new life and take the
 * distrust back. A writer commits only if the last sign of life is so young that this cannot come before the end of its transaction.
 */
public final class Unfenced implements Fences, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Unfenced.class);

    private final UUID instance = UUID.randomUUID();
    private final CoherenceLedger ledger;
    private final CoherenceTimes times;
    private final Rounds keeping;
    private volatile @Nullable Declared declared;

    /**
     * Distrust as this instance knows it; both as {@link System#nanoTime}.
     *
     * @param effective when no instance serves hits any more
     * @param heard when the last sign of life was sent
     */
    private record Declared(long effective, long heard) {}

    private Unfenced(CoherenceLedger ledger, CoherenceTimes times) {
        this.ledger = ledger;
        this.times = times;
        this.keeping = new Rounds("distrust-keeper", times.idleTransaction().dividedBy(5), this::declare);
    }

    /** Declares distrust in the background, and again and again. */
    public static Unfenced start(CoherenceLedger ledger, CoherenceTimes times) {
        var unfenced = new Unfenced(ledger, times);
        unfenced.keeping.start();
        return unfenced;
    }

    @Override
    public void awaitReadiness() {
        awaitEffect();
    }

    /** @throws dev.mainstay.domain.refusal.Unavailable if PostgreSQL does not answer; then the facts cannot be committed either */
    @Override
    public Fence raise(Set<CacheKey> keys) {
        if (!keys.isEmpty()) {
            awaitEffect();
        }
        return () -> {};
    }

    /** From its return on, until an idle transaction would be ended, nobody serves hits. */
    private void awaitEffect() {
        while (true) {
            Declared standing = declared;
            if (standing == null || isOld(standing)) {
                declare();
            } else {
                long left = standing.effective() - System.nanoTime();
                if (left <= 0) {
                    return;
                }
                Patiently.sleep(Duration.ofNanos(left));
            }
        }
    }

    /** Silence lasts two idle transactions: one for the age of the sign of life, one until the transaction ends. */
    private boolean isOld(Declared standing) {
        return System.nanoTime() - standing.heard() > times.idleTransaction().toNanos();
    }

    private synchronized void declare() {
        long asked = System.nanoTime();
        boolean stood = ledger.declareUnfenced(instance);
        Declared before = declared;
        if (stood && before != null) {
            declared = new Declared(before.effective(), asked);
        } else {
            boolean cached = ledger.standing().inForce().number() > 0;
            long waits = cached ? times.distrustTakes().toNanos() : 0;
            declared = new Declared(System.nanoTime() + waits, asked);
            if (cached) {
                log.warn(
                        "distrust_declared instance={} reason=\"REDIS_URL is not set\" effect=\"no instance on this database serves from its cache\"",
                        instance);
            }
        }
    }

    @Override
    public void close() {
        keeping.close();
    }
}
