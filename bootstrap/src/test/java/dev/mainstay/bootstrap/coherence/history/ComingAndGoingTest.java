package dev.mainstay.bootstrap.coherence.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A fact that is there and not there in turn: versions that end in 9 are its absence, and look alike. */
class ComingAndGoingTest {

    private static final Sighting ABSENT = Sighting.oneIn(10, 9);

    private final IntervalChecker checker = new IntervalChecker();
    private final FactHistory fact = checker.fact("focus/1");

    @Test
    void what_was_never_there_may_be_read_as_absent_until_it_is_made() {
        make(9, 0, 1);
        fact.read(ABSENT, "", 10, 20);
        fact.begun(11, "", 30);
        fact.read(ABSENT, "", 31, 40);
        fact.read(Sighting.of(11), "", 32, 41);
        assertRight();
    }

    @Test
    void absence_that_survives_the_making_is_stale() {
        make(9, 0, 1);
        make(11, 10, 20);
        fact.read(ABSENT, "", 21, 30);
        assertStale();
    }

    @Test
    void what_was_removed_must_not_come_back() {
        make(11, 0, 1);
        make(19, 10, 20);
        fact.read(Sighting.of(11), "", 21, 30);
        assertStale();
    }

    @Test
    void absence_may_be_read_again_once_the_next_removal_has_begun() {
        make(11, 0, 1);
        fact.begun(19, "", 10);
        fact.read(ABSENT, "", 5, 20);
        fact.read(Sighting.of(11), "", 21, 30);
        assertStale();
    }

    private void make(long version, long begin, long end) {
        fact.begun(version, "", begin);
        fact.acknowledged(version, "", begin, end);
    }

    private void assertRight() {
        assertThat(checker.firstViolations()).isEmpty();
    }

    private void assertStale() {
        assertThat(checker.firstViolations()).hasSize(1).first().matches(Violation::stale);
    }
}
