package dev.mainstay.redis.coherence;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import dev.mainstay.application.coherence.CoherenceLedger.Standing;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.redis.coherence.TrustLease.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrustLeaseTest {

    private static final CoherenceTimes TIMES = new CoherenceTimes(Duration.ofMillis(500), Duration.ofSeconds(5));
    private static final UUID DEPLOYMENT = UUID.randomUUID();
    private static final Incarnation FIRST = new Incarnation(1, "run", "marker-1", true);

    private long now = Duration.ofDays(100).toNanos();
    private final TrustLease lease = new TrustLease(TIMES, () -> now);

    private static Standing standing(Incarnation inForce) {
        return new Standing(DEPLOYMENT, inForce, Optional.empty(), Map.of());
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private String refusal() {
        try {
            return "held " + lease.forHits().runId();
        } catch (Untrusted untrusted) {
            return untrusted.reason().detail();
        }
    }

    @Test
    void nothing_is_trusted_before_the_first_answer() {
        assertThat(refusal()).isEqualTo("no_trust");
        assertThat(lease.latest()).isEmpty();
    }

    @Test
    void it_holds_from_before_the_query_was_sent_and_not_from_its_answer() {
        long asked = now;
        pass(400);
        lease.renew(standing(FIRST), asked);

        pass(99);
        assertThat(refusal()).isEqualTo("held run");
        pass(1);
        assertThat(refusal()).isEqualTo("no_trust");
    }

    @Test
    void an_answer_that_was_overtaken_does_not_count() {
        long early = now;
        pass(10);
        lease.renew(new Standing(DEPLOYMENT, FIRST, Optional.of(Instant.EPOCH), Map.of()), now);
        lease.renew(standing(FIRST), early);

        assertThat(refusal()).isEqualTo("distrust");
    }

    @Test
    void distrust_stops_hits_and_not_fences() {
        lease.renew(new Standing(DEPLOYMENT, FIRST, Optional.of(Instant.EPOCH), Map.of()), now);

        assertThat(refusal()).isEqualTo("distrust");
        assertThat(lease.forFences().runId()).isEqualTo("run");
    }

    @Test
    void a_quarantine_stops_hits_and_holds_fences_back_until_the_predecessor_is_silent() {
        lease.renew(standing(new Incarnation(2, "run", "marker-2", false)), now);

        assertThat(refusal()).isEqualTo("quarantine");
        Term term = lease.forFences();
        assertThat(lease.untilPredecessorIsSilent(term)).isEqualTo(TIMES.distrustTakes());
        pass(TIMES.distrustTakes().toMillis());
        assertThat(lease.untilPredecessorIsSilent(term)).isEqualTo(Duration.ZERO);
    }

    @Test
    void an_incarnation_is_known_since_it_was_first_heard_of() {
        var second = new Incarnation(2, "run", "marker-2", false);
        lease.renew(standing(second), now);
        long heard = now;
        pass(200);
        lease.renew(standing(second), now);

        assertThat(lease.forFences().seenSince()).isEqualTo(heard);
    }

    @Test
    void before_the_first_life_nobody_fences() {
        lease.renew(standing(new Incarnation(0, "", "", true)), now);

        assertThat(refusal()).isEqualTo("no_incarnation");
        assertThatThrownBy(lease::forFences).isInstanceOf(Untrusted.class);
    }

    @Test
    void an_answer_under_an_earlier_life_is_not_believed() {
        lease.renew(standing(FIRST), now);
        Term before = lease.forHits();
        assertThat(lease.stillHolds(before, VIEW)).isTrue();

        pass(1);
        lease.renew(standing(new Incarnation(2, "run", "marker-2", true)), now);

        assertThat(lease.stillHolds(before, VIEW)).isFalse();
    }

    @Test
    void a_view_that_was_dropped_meanwhile_is_not_believed_and_others_are() {
        lease.renew(standing(FIRST), now);
        Term before = lease.forHits();
        pass(1);
        lease.renew(new Standing(DEPLOYMENT, FIRST, Optional.empty(), Map.of("another:view:name", 1)), now);
        assertThat(lease.stillHolds(before, VIEW)).isTrue();

        pass(1);
        lease.renew(new Standing(DEPLOYMENT, FIRST, Optional.empty(), Map.of(VIEW.name(), 1)), now);

        assertThat(lease.stillHolds(before, VIEW)).isFalse();
    }
}
