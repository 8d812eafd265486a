package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import dev.mainstay.application.coherence.CoherenceLedger.Standing;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.redis.coherence.TrustLease.Term;
import dev.mainstay.redis.connection.RedisConnection;
import dev.mainstay.redis.connection.RedisWrites;
import dev.mainstay.redis.connection.RedisWrites.Marker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that PostgreSQL knows which life of Redis counts (coherence.md, "When Redis forgets"): compares run id and marker with the
 * incarnation in force, proposes another where they differ, and ends its quarantine.
 */
final class Incarnations {

    private static final Logger log = LoggerFactory.getLogger(Incarnations.class);
    /** The marker is looked at, and its end put off, all the time. */
    private static final Duration MARKER_LASTS = Duration.ofDays(1);

    private final CoherenceLedger ledger;
    private final TrustLease lease;
    private final CoherenceTimes times;
    private final RedisConnection connection;
    private final RedisWrites writes;
    private final Counter proposals;
    private final ProposalPause pause;

    /** The life that this instance has found in force on the connection that it has. */
    private volatile String known = "";

    Incarnations(
            CoherenceLedger ledger,
            TrustLease lease,
            CoherenceTimes times,
            RedisConnection connection,
            RedisWrites writes,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.lease = lease;
        this.times = times;
        this.connection = connection;
        this.writes = writes;
        this.pause = new ProposalPause(times.trust());
        this.proposals = Counter.builder("mainstay.incarnation.proposals")
                .description("new lives of Redis that this instance has put in force")
                .register(meters);
    }

    /** Compares once, while Redis is usable. */
    void round() {
        var term = lease.current();
        var runId = connection.runId();
        if (term.isPresent() && runId.isPresent() && connection.isUsable()) {
            if (term.get().runId().equals(runId.get())) {
                sameLife(term.get());
            } else {
                otherLife(term.get(), runId.get());
            }
        }
    }

    /** On a connection whose life was deposed, the address may lead elsewhere by now; on a new one, this is what it leads to. */
    private void otherLife(Term term, String runId) {
        if (known.equals(runId)) {
            known = "";
            connection.reconnect();
        } else {
            propose(term, runId, "another server");
        }
    }

    private void sameLife(Term term) {
        known = term.runId();
        var there = Patiently.await(writes.keepMarked(term.marker(), MARKER_LASTS));
        if (there.isPresent() && !there.get()) {
            propose(term, term.runId(), "marker gone");
        } else if (there.isPresent() && isQuarantineOver(term)) {
            ledger.settle(term.inForce());
            log.info("incarnation_settled number={}", term.inForce().number());
        }
    }

    /** By this instance's own monotonic clock, from when it first heard of it, which is later than it was proposed. */
    private boolean isQuarantineOver(Term term) {
        return !term.inForce().settled()
                && lease.now() - term.seenSince() >= times.quarantine().toNanos();
    }

    private void propose(Term term, String runId, String why) {
        if (pause.isOver(lease.now())) {
            proposeNow(term, runId, why);
        }
    }

    /**
     * Makes all that lies in Redis worthless, at once for this instance's readers and within one trust lease for all.
     *
     * @return whether this life of Redis was put in force anew; else it is another by now, or Redis is away
     */
    boolean renew(String why) {
        var term = lease.current();
        var runId = connection.runId();
        return term.isPresent() && runId.isPresent() && proposeNow(term.get(), runId.get(), why);
    }

    /**
     * Marks Redis first and proposes then: as long as a marker in force lies there, nothing was forgotten since the proposal. The first life
     * is settled from the start: nothing was ever fenced or stored before it.
     */
    private synchronized boolean proposeNow(Term term, String runId, String why) {
        Incarnation before = term.inForce();
        if (ask().inForce().number() != before.number()) {
            return false;
        }
        var next = new Incarnation(before.number() + 1, runId, Tokens.half(), before.number() == 0);
        var marker = new Marker(runId, term.standing().markerKey().toString(), next.marker());
        boolean marked = Patiently.await(writes.mark(marker, MARKER_LASTS)).orElse(false);
        if (!marked || !ledger.propose(before, next)) {
            return false;
        }
        proposals.increment();
        pause.proposed(lease.now());
        if (next.settled()) {
            log.info("incarnation_first number={}", next.number());
        } else {
            log.warn("incarnation_proposed number={} reason=\"{}\"", next.number(), why);
        }
        return ask().inForce().number() >= next.number();
    }

    private Standing ask() {
        long asked = lease.now();
        Standing standing = ledger.standing();
        lease.renew(standing, asked);
        return standing;
    }

    /** Waits until a fence raised in this life holds: until nobody can serve hits of the life before it. */
    void awaitFenceable(Term term) {
        Patiently.sleep(lease.untilPredecessorIsSilent(term));
    }
}
