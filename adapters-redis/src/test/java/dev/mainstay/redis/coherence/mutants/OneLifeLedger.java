package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CoherenceLedger;

/** All lives of Redis bear the marker of the first and none is in quarantine: whatever a server holds counts (fault 6). */
final class OneLifeLedger extends LedgerWrapper {

    OneLifeLedger(CoherenceLedger real) {
        super(real);
    }

    @Override
    public boolean propose(Incarnation expected, Incarnation next) {
        String marker = expected.number() == 0 ? next.marker() : expected.marker();
        return super.propose(expected, new Incarnation(next.number(), next.runId(), marker, true));
    }
}
