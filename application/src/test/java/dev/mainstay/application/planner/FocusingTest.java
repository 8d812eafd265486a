package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.InMemoryViewCache;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.planner.MoveFocus.Move;
import dev.mainstay.application.planner.SumFocusByDay.DayTotal;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusChanged.FocusFinished;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FocusingTest {

    private final TestClock clock = TestClock.at("2026-03-28T21:30:00Z");
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryFocusSessions sessions = new InMemoryFocusSessions(transactions);
    private final InMemoryViewCache views = new InMemoryViewCache(transactions, clock);
    private final List<DomainEvent> announced = new ArrayList<>();
    private final Writes writes =
            new Writes(transactions, new ViewCatalogue(FocusViews.all()), views, List.of(), List.of(announced::addAll));

    private final UserId ann = new UserId(ids.next());
    private final TaskId annsTask = new TaskId(ids.next());
    private final OwnTasks tasks = (task, owner) -> {
        if (!task.equals(annsTask) || !owner.equals(ann)) {
            throw new NotFound("task_not_found", "There is no such task.");
        }
    };

    private final StartFocus start = new StartFocus(writes, sessions, tasks, ids, clock);
    private final MoveFocus move = new MoveFocus(writes, sessions, clock);
    private final ShowFocus show = new ShowFocus(views, sessions, sessions);
    private final FinishOverdueFocus finishOverdue = new FinishOverdueFocus(writes, sessions, clock);
    private final SumFocusByDay sums = new SumFocusByDay(user -> ZoneId.of("Europe/Berlin"), sessions);

    @Test
    void every_move_shows_at_once_and_what_does_not_move_comes_from_the_cache() {
        var session = start(25);
        assertThat(show.current(ann).value().session()).contains(FocusSnapshot.of(session));
        assertThat(show.current(ann).outcome()).isEqualTo(Outcome.HIT);

        var paused = move(session, Move.PAUSE);
        assertThat(show.current(ann).value().session()).contains(FocusSnapshot.of(paused));

        move(paused, Move.ABANDON);
        assertThat(show.current(ann).value().session()).isEmpty();
    }

    @Test
    void a_session_may_be_spent_on_a_task_of_ones_own_alone() {
        var bob = new UserId(ids.next());

        assertThatThrownBy(() -> start.handle(new StartFocus.Command(bob, Optional.of(annsTask), 25)))
                .isInstanceOf(NotFound.class);
        assertThat(start.handle(new StartFocus.Command(ann, Optional.of(annsTask), 25))
                        .plan()
                        .task())
                .contains(annsTask);
    }

    @Test
    void a_second_session_is_a_conflict() {
        start(25);

        assertThatThrownBy(() -> start(25)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_length_out_of_range_is_invalid() {
        assertThatThrownBy(() -> start(0)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> start(241)).isInstanceOf(Invalid.class);
    }

    @Test
    void of_two_devices_the_second_must_read_again() {
        var session = start(25);
        move(session, Move.PAUSE);

        assertThatThrownBy(() -> move(session, Move.FINISH)).isInstanceOf(Stale.class);
    }

    @Test
    void another_users_session_is_not_found() {
        var session = start(25);
        var bob = new UserId(ids.next());

        assertThatThrownBy(() ->
                        move.handle(new MoveFocus.Command(bob, session.plan().id(), session.version(), Move.FINISH)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_session_across_local_midnight_counts_on_both_days_also_when_the_clocks_change() {
        // In Berlin it is 22:30; the next day has 23 hours.
        var session = start(240);
        clock.advance(Duration.ofHours(4));
        move(session, Move.FINISH);

        assertThat(sums.of(ann, LocalDate.parse("2026-03-28"), LocalDate.parse("2026-03-30"))
                        .days())
                .containsExactly(
                        new DayTotal(LocalDate.parse("2026-03-28"), Duration.ofMinutes(90)),
                        new DayTotal(LocalDate.parse("2026-03-29"), Duration.ofMinutes(150)),
                        new DayTotal(LocalDate.parse("2026-03-30"), Duration.ZERO));
    }

    @Test
    void totals_of_absurd_ranges_are_invalid() {
        var day = LocalDate.parse("2026-03-28");

        assertThatThrownBy(() -> sums.of(ann, day, day.minusDays(1))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sums.of(ann, day, day.plusDays(366))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sums.of(ann, LocalDate.MIN, day)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> sums.of(ann, day, LocalDate.MAX)).isInstanceOf(Invalid.class);
    }

    @Test
    void a_forgotten_session_is_finished_once_with_its_planned_time() {
        var session = start(25);
        clock.advance(Duration.ofMinutes(25).plus(FocusSession.GRACE));
        assertThat(finishOverdue.handle()).isZero();

        clock.advance(Duration.ofSeconds(1));
        assertThat(finishOverdue.handle()).isEqualTo(1);
        assertThat(finishOverdue.handle()).isZero();

        assertThat(show.current(ann).value().session()).isEmpty();
        assertThat(announced)
                .filteredOn(FocusFinished.class::isInstance)
                .containsExactly(new FocusFinished(
                        session.plan().id(),
                        ann,
                        Duration.ofMinutes(25),
                        session.plan().startedAt().plus(Duration.ofMinutes(25))));
    }

    @Test
    void the_view_does_not_outlive_the_moment_at_which_a_session_counts_as_forgotten() {
        start(25);
        show.current(ann);
        clock.advance(Duration.ofMinutes(25).plus(FocusSession.GRACE));

        assertThat(show.current(ann).outcome()).isNotEqualTo(Outcome.HIT);
    }

    private FocusSession start(int minutes) {
        return start.handle(new StartFocus.Command(ann, Optional.empty(), minutes));
    }

    private FocusSession move(FocusSession session, Move to) {
        return move.handle(new MoveFocus.Command(ann, session.plan().id(), session.version(), to));
    }
}
