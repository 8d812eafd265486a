package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceLedger.Pending;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.redis.coherence.TrustLease.Term;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisWrites;
import dev.mainstay.redis.connection.RedisWrites.Raised;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an outage (coherence.md, "When the fence cannot be raised"): deletes what lies at the keys that were committed without fences, in
 * the life of Redis in force, then takes the distrust back; for this instance, and for those that died with it declared.
 */
final class Repair {

    private static final Logger log = LoggerFactory.getLogger(Repair.class);

    /** In one round trip. */
    private static final int PAGE = 500;

    /** Beyond, all of Redis is given up for a new incarnation, which costs less than so many keys. */
    private static final int MOST = 10_000;

    private final CutOff cutOff;
    private final CoherenceLedger ledger;
    private final TrustLease lease;
    private final Incarnations incarnations;
    private final CoherenceTimes times;
    private final RedisConnection connection;
    private final RedisWrites writes;

    Repair(
            CutOff cutOff,
            CoherenceLedger ledger,
            TrustLease lease,
            Incarnations incarnations,
            CoherenceTimes times,
            RedisConnection connection,
            RedisWrites writes) {
        this.cutOff = cutOff;
        this.ledger = ledger;
        this.lease = lease;
        this.incarnations = incarnations;
        this.times = times;
        this.connection = connection;
        this.writes = writes;
    }

    /** Repairs what there is to repair, while Redis is usable. */
    void round() {
        if (!connection.isUsable()) {
            return;
        }
        if (cutOff.isDeclared()) {
            repairs(cutOff.instance(), cutOff::withdraw);
        } else if (lease.current()
                .filter(term -> term.standing().distrustSince().isPresent())
                .isPresent()) {
            for (UUID dead : ledger.silentFor(times.silence())) {
                log.warn("repairing_after instance={}", dead);
                repairs(dead, () -> ledger.withdrawDistrust(dead, times.silence()));
            }
        }
    }

    /** Until nothing is pending, or something does not answer; then the next round goes on. */
    private void repairs(UUID instance, Withdrawal withdrawal) {
        List<Pending> pending = ledger.pending(instance, MOST + 1);
        if (pending.size() > MOST || pending.stream().anyMatch(Pending::everything)) {
            if (!incarnations.renew("no end of keys to repair")) {
                return;
            }
            ledger.repaired(pending);
        } else {
            for (int from = 0; from < pending.size(); from += PAGE) {
                var page = pending.subList(from, Math.min(from + PAGE, pending.size()));
                if (!deleted(page)) {
                    return;
                }
                ledger.repaired(page);
            }
        }
        if (!withdrawal.withdraw()) {
            log.debug("distrust_still_needed instance={}", instance);
        }
    }

    /** Only in the life that is in force when Redis has answered: deleting in a deposed one repairs nothing. */
    private boolean deleted(List<Pending> pending) {
        var fences = pending.stream()
                .map(each -> new Raised(each.key(), each.token()))
                .toList();
        Optional<String> runId = lease.current().map(Term::runId);
        return runId.flatMap(id -> Patiently.await(writes.lowerEach(id, fences)))
                        .isPresent()
                && lease.current().map(Term::runId).equals(runId);
    }

    private interface Withdrawal {
        boolean withdraw();
    }
}
