package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.planner.ShowAchievements.Standing;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.AchievementAwarded;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.planner.FocusChanged.FocusFinished;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.TaskCompleted;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskReopened;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwardingAchievementsTest {

    private final TestClock clock = TestClock.at("2026-03-01T23:30:00Z");
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAchievements achievements = new InMemoryAchievements(transactions);
    private final InMemoryProgressBook book = new InMemoryProgressBook(transactions);
    private final InMemoryViewCache views = new InMemoryViewCache(transactions, clock);
    private final List<DomainEvent> announced = new ArrayList<>();
    private ZoneId zone = ZoneId.of("UTC");

    private final Writes writes = new Writes(
            transactions,
            new ViewCatalogue(AchievementViews.all()),
            views,
            List.of(new AwardAchievements(book, achievements, user -> zone)),
            List.of(announced::addAll));
    private final ShowAchievements show =
            new ShowAchievements(views, achievements, book, achievements, user -> zone, clock);
    private final ReviseAchievement revise = new ReviseAchievement(writes, achievements);

    private final UserId ann = new UserId(ids.next());

    @Test
    void the_first_task_done_is_an_achievement_once() {
        done();
        done();

        assertThat(announced)
                .filteredOn(AchievementAwarded.class::isInstance)
                .containsExactly(new AchievementAwarded(ann, new AchievementCode("first_task"), clock.instant()));
        assertThat(standing("first_task").awardedAt()).contains(clock.instant());
        assertThat(standing("tasks_10").reached()).isEqualTo(2);
    }

    @Test
    void an_award_stays_when_the_completion_is_undone_and_is_not_given_again() {
        done();
        reopen();
        assertThat(standing("first_task").awardedAt()).isPresent();
        assertThat(standing("tasks_10").reached()).isZero();

        reopen();
        done();
        assertThat(standing("tasks_10").reached()).isEqualTo(1);
        assertThat(achievements.of(ann)).hasSize(1);
    }

    @Test
    void a_refused_change_awards_nothing() {
        assertThatThrownBy(() -> writes.perform(events -> {
                    events.raise(new TaskCompleted(ann, new TaskId(ids.next()), clock.instant()));
                    throw new Stale("stale", "Too late.");
                }))
                .isInstanceOf(Stale.class);

        assertThat(achievements.of(ann)).isEmpty();
        assertThat(standing("tasks_10").reached()).isZero();
    }

    @Test
    void focused_time_adds_up_over_sessions() {
        focused(Duration.ofHours(6));
        assertThat(standing("focus_hours_10").reached()).isEqualTo(360);

        focused(Duration.ofHours(4));
        assertThat(standing("focus_hours_10").awardedAt()).isPresent();
    }

    @Test
    void seven_days_in_a_row_are_days_of_the_users_zone() {
        zone = ZoneId.of("Europe/Berlin");
        for (int day = 0; day < 6; day++) {
            done();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(standing("streak_7").reached()).isEqualTo(6);
        // 00:30 in Berlin: an hour and a half earlier it is still the day before there.
        clock.advance(Duration.ofMinutes(-90));
        assertThat(standing("streak_7").reached()).isEqualTo(6);

        clock.advance(Duration.ofMinutes(90));
        done();
        assertThat(standing("streak_7").awardedAt()).isPresent();
    }

    @Test
    void a_day_without_breaks_the_streak() {
        done();
        clock.advance(Duration.ofDays(1));
        assertThat(standing("streak_7").reached()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(standing("streak_7").reached()).isZero();

        done();
        assertThat(standing("streak_7").reached()).isEqualTo(1);
    }

    @Test
    void a_definition_that_was_revised_shows_at_once_to_everybody() {
        show.definitions();
        assertThat(show.definitions().outcome()).isEqualTo(Outcome.HIT);
        var before = show.definition(new AchievementCode("first_task"));

        revise.handle(new ReviseAchievement.Command(ann, before.code(), before.version(), "Begun", "Do one thing.", 1));

        assertThat(standing("first_task").achievement().title()).isEqualTo("Begun");
    }

    @Test
    void what_a_release_has_brought_shows_at_once_and_a_start_without_news_writes_nothing() {
        var announce = new AnnounceReleasedAchievements(writes, achievements);
        show.definitions();

        announce.handle();
        assertThat(show.definitions().outcome()).isEqualTo(Outcome.MISS);
        assertThat(announced).hasSize(1);

        announce.handle();
        assertThat(show.definitions().outcome()).isEqualTo(Outcome.HIT);
        assertThat(announced).hasSize(1);
    }

    private void done() {
        writes.perform(events -> events.raise(new TaskCompleted(ann, new TaskId(ids.next()), clock.instant())));
    }

    private void reopen() {
        writes.perform(events -> events.raise(new TaskReopened(ann, new TaskId(ids.next()))));
    }

    private void focused(Duration time) {
        writes.perform(
                events -> events.raise(new FocusFinished(new FocusSessionId(ids.next()), ann, time, clock.instant())));
    }

    private Standing standing(String code) {
        return show.of(ann).value().stream()
                .filter(each -> each.achievement().code().value().equals(code))
                .findAny()
                .orElseThrow();
    }
}
