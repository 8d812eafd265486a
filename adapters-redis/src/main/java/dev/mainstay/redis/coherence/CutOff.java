package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a writer does that cannot fence (coherence.md, "When the fence cannot be raised"): declares distrust, waits until nobody serves
 * hits any more, and notes its keys in the transaction of its facts. Only the first writer of an outage waits.
 */
final class CutOff {

    private static final Logger log = LoggerFactory.getLogger(CutOff.class);

    private final UUID instance;
    private final CoherenceLedger ledger;
    private final CoherenceTimes times;
    private final Object declaring = new Object();
    private final AtomicInteger pendingKeys = new AtomicInteger();
    private final AtomicInteger preparing = new AtomicInteger();
    private volatile @Nullable Declaration declaration;

    /** @param effective when no instance serves hits any more, as {@link System#nanoTime} */
    private record Declaration(long effective) {}

    CutOff(UUID instance, CoherenceLedger ledger, CoherenceTimes times) {
        this.instance = instance;
        this.ledger = ledger;
        this.times = times;
    }

    /**
     * Inside the transaction of the facts: from its return on, the commit can make nobody's hit stale.
     *
     * @param token of the fences that may have been raised after all
     * @throws dev.mainstay.domain.refusal.Unavailable if PostgreSQL does not answer; then the facts cannot be committed either
     */
    void prepare(String token, Set<CacheKey> keys) {
        preparing.incrementAndGet();
        try {
            prepareOnce(token, keys);
        } finally {
            preparing.decrementAndGet();
        }
    }

    private void prepareOnce(String token, Set<CacheKey> keys) {
        while (true) {
            Declaration made = declared();
            await(made);
            // The row that is held must be the one that was waited for: another writer may have declared anew since.
            if (ledger.recordPending(instance, token, keys) && made.equals(declaration)) {
                pendingKeys.addAndGet(keys.size());
                return;
            }
            // It was withdrawn in between, because all was repaired: another outage, another declaration.
            forget(made);
        }
    }

    /** If distrust of this instance has been declared and not taken effect yet, waits until it has. */
    void awaitEffect() {
        Declaration made = declaration;
        if (made != null) {
            await(made);
        }
    }

    private static void await(Declaration made) {
        Patiently.sleep(Duration.ofNanos(made.effective() - System.nanoTime()));
    }

    private Declaration declared() {
        Declaration made = declaration;
        if (made != null) {
            return made;
        }
        synchronized (declaring) {
            made = declaration;
            if (made == null) {
                ledger.declareDistrust(instance);
                made = new Declaration(System.nanoTime() + times.distrustTakes().toNanos());
                declaration = made;
                log.warn("distrust_declared instance={}", instance);
            }
            return made;
        }
    }

    private void forget(Declaration gone) {
        synchronized (declaring) {
            if (gone.equals(declaration)) {
                declaration = null;
            }
        }
    }

    /** Whether distrust of this instance stands, as far as it knows. */
    boolean isDeclared() {
        return declaration != null;
    }

    /** Takes its distrust back if nothing is left to repair, and no writer waits for it to take effect: it would only declare it again. */
    boolean withdraw() {
        if (preparing.get() > 0) {
            return false;
        }
        Declaration made = declaration;
        boolean withdrawn = ledger.withdrawDistrust(instance, Duration.ZERO);
        if (withdrawn && made != null) {
            pendingKeys.set(0);
            forget(made);
            log.info("distrust_withdrawn instance={}", instance);
        }
        return withdrawn;
    }

    void beat() {
        if (isDeclared()) {
            ledger.beat(instance);
        }
    }

    /** How many keys it has left unfenced since the outage began; a transaction that rolled back counts as well. */
    int pendingKeys() {
        return pendingKeys.get();
    }

    UUID instance() {
        return instance;
    }
}
