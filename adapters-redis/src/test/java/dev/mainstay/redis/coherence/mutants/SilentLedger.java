package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CoherenceLedger;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes distrust down from nobody and tells nobody of it: a writer that is cut off goes on by itself (fault 5). */
final class SilentLedger extends LedgerWrapper {

    SilentLedger(CoherenceLedger real) {
        super(real);
    }

    @Override
    public Standing standing() {
        var real = super.standing();
        return new Standing(real.deployment(), real.inForce(), Optional.empty(), real.dropped());
    }

    @Override
    public void declareDistrust(UUID instance) {}

    @Override
    public boolean recordPending(UUID instance, String token, Set<CacheKey> keys) {
        return true;
    }
}
