package dev.mainstay.bootstrap.coherence.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.coherence.history.Event.What;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Moments are small numbers here; the checker only compares them. */
class IntervalCheckerTest {

    private final IntervalChecker checker = new IntervalChecker();
    private final FactHistory fact = checker.fact("task/1");

    /** Version 1 is there from the beginning. */
    IntervalCheckerTest() {
        acknowledge(1, 0, 1);
    }

    @Test
    void a_read_of_the_version_that_was_acknowledged_is_right() {
        acknowledge(2, 10, 20);
        read(2, 30, 40);
        assertRight();
    }

    @Test
    void a_read_that_began_after_an_acknowledgement_must_show_it() {
        acknowledge(2, 10, 20);
        read(1, 21, 30);
        assertStale();
    }

    @Test
    void a_read_that_overlaps_a_write_may_show_either() {
        fact.begun(2, "", 10);
        read(1, 5, 30);
        read(2, 5, 31);
        fact.acknowledged(2, "", 10, 32);
        read(1, 11, 40);
        assertRight();
    }

    @Test
    void a_read_that_began_at_the_moment_of_the_acknowledgement_may_show_either() {
        acknowledge(2, 10, 20);
        read(1, 20, 30);
        assertRight();
    }

    @Test
    void what_somebody_has_read_nobody_may_miss_even_before_it_is_acknowledged() {
        fact.begun(2, "", 10);
        read(2, 11, 15);
        read(1, 16, 20);
        assertStale();
    }

    @Test
    void what_somebody_has_read_counts_although_it_is_reported_late() {
        fact.begun(2, "", 10);
        read(1, 16, 20);
        assertRight();
        read(2, 11, 15);
        assertStale();
    }

    @Test
    void an_acknowledgement_counts_although_it_is_reported_late() {
        fact.begun(2, "", 10);
        read(1, 21, 30);
        fact.acknowledged(2, "", 10, 20);
        assertStale();
    }

    @Test
    void one_stale_read_is_reported_once() {
        fact.begun(3, "", 10);
        read(1, 30, 40);
        fact.acknowledged(2, "", 10, 20);
        fact.acknowledged(3, "", 11, 25);
        assertStale();
    }

    @Test
    void two_overlapping_reads_may_disagree() {
        fact.begun(2, "", 10);
        read(2, 11, 20);
        read(1, 19, 30);
        assertRight();
    }

    @Test
    void a_version_that_is_written_only_later_comes_from_nowhere() {
        read(2, 10, 20);
        fact.begun(2, "", 21);
        assertFromNowhere();
    }

    @Test
    void a_version_that_nobody_ever_wrote_comes_from_nowhere() {
        acknowledge(2, 10, 20);
        read(7, 30, 40);
        assertFromNowhere();
    }

    @Test
    void a_read_from_nowhere_does_not_make_honest_reads_stale() {
        read(7, 30, 40);
        read(1, 50, 60);
        assertFromNowhere();
    }

    @Test
    void a_fact_that_was_never_written_cannot_be_read() {
        checker.fact("task/2").read(Sighting.of(1), "", 10, 20);
        assertFromNowhere();
    }

    @Test
    void an_unknown_write_may_never_take_effect() {
        fact.begun(2, "", 10);
        fact.unacknowledged(What.WRITE_UNKNOWN, 2, "", 10, 20);
        read(1, 1_000, 1_001);
        assertRight();
    }

    @Test
    void an_unknown_write_may_take_effect_much_later() {
        fact.begun(2, "", 10);
        fact.unacknowledged(What.WRITE_UNKNOWN, 2, "", 10, 20);
        read(1, 1_000, 1_001);
        read(2, 2_000, 2_001);
        assertRight();
    }

    @Test
    void an_unknown_write_that_was_seen_cannot_be_undone() {
        fact.begun(2, "", 10);
        fact.unacknowledged(What.WRITE_UNKNOWN, 2, "", 10, 20);
        read(2, 2_000, 2_001);
        read(1, 3_000, 3_001);
        assertStale();
    }

    @Test
    void a_refused_write_changes_nothing() {
        fact.begun(2, "", 10);
        fact.unacknowledged(What.WRITE_REFUSED, 2, "", 10, 20);
        read(1, 30, 40);
        assertRight();
    }

    @Test
    void facts_are_judged_apart() {
        acknowledge(2, 10, 20);
        var other = checker.fact("task/2");
        other.begun(1, "", 0);
        other.acknowledged(1, "", 0, 1);
        other.read(Sighting.of(1), "", 30, 40);
        assertRight();
    }

    @Test
    void a_long_history_is_judged_in_little_memory() {
        long step = Duration.ofMillis(100).toNanos();
        for (int version = 2; version < 20_000; version++) {
            acknowledge(version, version * step, version * step + 10);
            read(version, version * step + 20, version * step + 30);
        }
        assertRight();
        assertThat(fact.remembered()).isLessThan(5_000);
        read(19_000, 20_000 * step, 20_000 * step + 1);
        assertStale();
    }

    @Test
    void a_read_that_began_before_all_that_is_remembered_is_not_judged_by_it() {
        long hour = Duration.ofHours(1).toNanos();
        acknowledge(2, 10, 20);
        acknowledge(3, hour, hour + 1);
        acknowledge(4, 2 * hour, 2 * hour + 1);
        read(1, 15, 30);
        assertRight();
    }

    @Test
    void a_violation_tells_what_happened_around_it() {
        acknowledge(2, 10, 20);
        read(1, 21, 30);
        assertThat(checker.firstViolations().getFirst().toString())
                .contains("STALE READ of task/1", "must be 2 to 2", "write_acknowledged", "the view");
    }

    @Test
    void a_stale_read_tells_for_how_long_something_newer_had_been_known() {
        acknowledge(2, 10, 20);
        acknowledge(3, 30, 40);
        read(1, 70, 80);
        read(2, 71, 81);
        assertThat(checker.firstViolations())
                .extracting(Violation::staleFor)
                .containsExactly(Duration.ofNanos(50), Duration.ofNanos(31));
        assertThat(checker.stalest()).isEqualTo(Duration.ofNanos(50));
    }

    private void acknowledge(long version, long begin, long end) {
        fact.begun(version, "", begin);
        fact.acknowledged(version, "", begin, end);
    }

    private void read(long version, long begin, long end) {
        fact.read(Sighting.of(version), "the view", begin, end);
    }

    private void assertRight() {
        assertThat(checker.firstViolations()).isEmpty();
    }

    private void assertStale() {
        assertThat(checker.firstViolations()).hasSize(1).first().matches(Violation::stale);
    }

    private void assertFromNowhere() {
        assertThat(checker.firstViolations()).hasSize(1).first().matches(violation -> !violation.stale());
    }
}
