package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceLedger;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A ledger as it is; whoever extends it changes what it says. */
abstract class LedgerWrapper implements CoherenceLedger {

    private final CoherenceLedger real;

    LedgerWrapper(CoherenceLedger real) {
        this.real = real;
    }

    @Override
    public Standing standing() {
        return real.standing();
    }

    @Override
    public boolean propose(Incarnation expected, Incarnation next) {
        return real.propose(expected, next);
    }

    @Override
    public void settle(Incarnation incarnation) {
        real.settle(incarnation);
    }

    @Override
    public void declareDistrust(UUID instance) {
        real.declareDistrust(instance);
    }

    @Override
    public boolean declareUnfenced(UUID instance) {
        return real.declareUnfenced(instance);
    }

    @Override
    public boolean recordPending(UUID instance, String token, Set<CacheKey> keys) {
        return real.recordPending(instance, token, keys);
    }

    @Override
    public void beat(UUID instance) {
        real.beat(instance);
    }

    @Override
    public List<UUID> silentFor(Duration silence) {
        return real.silentFor(silence);
    }

    @Override
    public List<Pending> pending(UUID instance, int most) {
        return real.pending(instance, most);
    }

    @Override
    public void repaired(Collection<Pending> pending) {
        real.repaired(pending);
    }

    @Override
    public boolean withdrawDistrust(UUID instance, Duration silence) {
        return real.withdrawDistrust(instance, silence);
    }

    @Override
    public void dropView(String view) {
        real.dropView(view);
    }
}
