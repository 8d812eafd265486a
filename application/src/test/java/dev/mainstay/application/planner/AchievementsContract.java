package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.Award;
import dev.mainstay.domain.planner.Progress;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of definitions, progress and awards does. */
public abstract class AchievementsContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final AchievementCode FIRST_TASK = new AchievementCode("first_task");

    protected abstract Transactions transactions();

    protected abstract Achievements achievements();

    protected abstract ProgressBook book();

    protected abstract Awards awards();

    protected abstract UserId newUser();

    @Test
    void definitions_come_by_measure_and_threshold() {
        assertThat(achievements().all())
                .hasSizeGreaterThan(3)
                .isSortedAccordingTo(Comparator.comparing(Achievement::measure).thenComparing(Achievement::threshold));
    }

    @Test
    void a_definition_is_revised_at_the_expected_version() {
        var before = achievements().get(FIRST_TASK);
        var after = before.revise("Begun", "Do one thing.", 1);
        transactions().run(() -> {
            achievements().replace(after, before.version());
            return true;
        });

        assertThat(achievements().get(FIRST_TASK)).isEqualTo(after);
        assertThatThrownBy(() -> transactions().run(() -> {
                    achievements().replace(after, before.version());
                    return true;
                }))
                .isInstanceOf(Stale.class);
    }

    @Test
    void what_a_release_brings_is_announced_once_however_many_start_at_once() throws Exception {
        assertThat(achievements().hasUnannounced()).isTrue();

        Callable<Boolean> starting =
                () -> transactions().run(() -> achievements().announce());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int announced = 0;
            for (var told : threads.invokeAll(Collections.nCopies(8, starting))) {
                announced += told.get() ? 1 : 0;
            }
            assertThat(announced).isEqualTo(1);
        }
        assertThat(achievements().hasUnannounced()).isFalse();
    }

    @Test
    void an_unknown_definition_is_not_found() {
        assertThatThrownBy(() -> achievements().get(new AchievementCode("no_such_thing")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void progress_comes_back_as_it_was_stored() {
        var owner = newUser();
        assertThat(book().of(owner)).isEqualTo(Progress.none(owner));

        var progress = Progress.none(owner).taskDone(TODAY).focusFinished(Duration.ofSeconds(90), TODAY.plusDays(1));
        store(progress);

        assertThat(book().of(owner)).isEqualTo(progress);
    }

    @Test
    void no_count_is_lost_when_many_advance_at_once() throws Exception {
        var owner = newUser();
        Callable<Boolean> advancing = () -> transactions().run(() -> {
            book().store(book().lock(owner).taskDone(TODAY));
            return true;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var advanced : threads.invokeAll(Collections.nCopies(8, advancing))) {
                assertThat(advanced.get()).isTrue();
            }
        }

        assertThat(book().of(owner).tasksDone()).isEqualTo(8);
    }

    @Test
    void an_award_is_given_once_however_many_ask_at_once() throws Exception {
        var owner = newUser();
        var progress = Progress.none(owner).taskDone(TODAY);
        Callable<Integer> asking = () -> transactions()
                .run(() -> awards().giveReached(progress, TODAY, NOON).size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int given = 0;
            for (var answer : threads.invokeAll(Collections.nCopies(8, asking))) {
                given += answer.get();
            }
            assertThat(given).isEqualTo(1);
        }
        assertThat(awards().of(owner)).containsExactly(new Award(owner, FIRST_TASK, NOON));
        assertThat(awards().of(newUser())).isEmpty();
    }

    @Test
    void awards_come_latest_first_and_each_measure_counts() {
        var owner = newUser();
        var progress = Progress.none(owner).taskDone(TODAY);
        give(progress, NOON);
        give(progress.focusFinished(Duration.ofHours(11), TODAY), NOON.plusSeconds(60));

        assertThat(awards().of(owner))
                .extracting(award -> award.achievement().value())
                .containsExactly("first_focus", "focus_hours_10", "first_task");
    }

    @Test
    void a_streak_that_is_broken_counts_no_more() {
        var owner = newUser();
        var progress = Progress.none(owner);
        for (int day = 0; day < 7; day++) {
            progress = progress.focusFinished(Duration.ofSeconds(1), TODAY.plusDays(day));
        }
        give(progress, NOON);

        assertThat(awards().of(owner))
                .extracting(award -> award.achievement().value())
                .containsExactly("first_focus");

        var kept = progress;
        transactions().run(() -> awards().giveReached(kept, TODAY.plusDays(6), NOON));
        assertThat(awards().of(owner)).hasSize(2);
    }

    private void give(Progress progress, Instant at) {
        transactions().run(() -> awards().giveReached(progress, TODAY.plusDays(20), at));
    }

    private void store(Progress progress) {
        transactions().run(() -> {
            book().lock(progress.owner());
            book().store(progress);
            return true;
        });
    }
}
