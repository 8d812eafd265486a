package dev.mainstay.application.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.FocusPlan;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every store of focus sessions does. */
public abstract class FocusSessionsContract {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AtomicLong IDS = new AtomicLong();

    protected abstract Transactions transactions();

    protected abstract FocusSessions sessions();

    protected abstract FocusReader reader();

    /** A user that the store has not seen yet. */
    protected abstract UserId newUser();

    /** A task of the user. */
    protected abstract TaskId newTask(UserId owner);

    @Test
    void a_session_comes_back_as_it_was_stored_in_each_state() {
        var owner = newUser();
        var task = newTask(owner);
        FocusSession session = add(new FocusPlan(newId(), owner, Optional.of(task), Duration.ofMinutes(25), NOON));
        assertStored(session);

        session = replace(session, session.pause(NOON.plusSeconds(600)));
        assertStored(session);
        session = replace(session, session.resume(NOON.plusSeconds(700)));
        assertStored(session);
        session = replace(session, session.finish(NOON.plusSeconds(1300)));
        assertStored(session);
        assertThat(session.stretches()).hasSize(2);
    }

    @Test
    void an_abandoned_session_keeps_its_stretches() {
        FocusSession session = start(newUser(), NOON);

        session = replace(session, session.abandon(NOON.plusSeconds(60)));

        assertStored(session);
    }

    @Test
    void another_users_session_is_not_found() {
        var session = start(newUser(), NOON);
        var stranger = newUser();

        assertThatThrownBy(() -> sessions().get(session.plan().id(), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sessions().get(newId(), stranger)).isInstanceOf(NotFound.class);
    }

    @Test
    void a_second_session_waits_until_the_first_has_ended() {
        var owner = newUser();
        FocusSession first = start(owner, NOON);
        assertThatThrownBy(() -> start(owner, NOON.plusSeconds(1)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("focus_running"));

        first = replace(first, first.pause(NOON.plusSeconds(2)));
        assertThatThrownBy(() -> start(owner, NOON.plusSeconds(3))).isInstanceOf(Conflict.class);

        replace(first, first.finish(NOON.plusSeconds(4)));
        assertThat(start(owner, NOON.plusSeconds(5))).isNotNull();
    }

    @Test
    void of_starts_at_once_exactly_one_wins() throws Exception {
        var owner = newUser();
        Callable<Boolean> starting = () -> {
            try {
                start(owner, NOON);
                return true;
            } catch (Conflict running) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int won = 0;
            for (var outcome : threads.invokeAll(java.util.Collections.nCopies(8, starting))) {
                won += outcome.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void a_change_to_a_version_that_is_no_more_is_stale() {
        var session = start(newUser(), NOON);
        var paused = session.pause(NOON.plusSeconds(60));
        replace(session, paused);

        assertThatThrownBy(() -> replace(session, session.finish(NOON.plusSeconds(61))))
                .isInstanceOf(Stale.class);
        assertStored(paused);
    }

    @Test
    void the_current_session_is_the_one_that_has_not_ended() {
        var owner = newUser();
        assertThat(reader().now(owner).session()).isEmpty();

        FocusSession session = start(owner, NOON);
        assertThat(reader().now(owner).session()).contains(FocusSnapshot.of(session));

        session = replace(session, session.pause(NOON.plusSeconds(60)));
        assertThat(reader().now(owner).session()).contains(FocusSnapshot.of(session));

        replace(session, session.abandon(NOON.plusSeconds(70)));
        assertThat(reader().now(owner).session()).isEmpty();
    }

    @Test
    void history_is_paged_latest_start_first_without_gap_or_repeat() {
        var owner = newUser();
        startAndFinish(newUser(), NOON, 1);
        var expected = new ArrayList<FocusSessionId>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(startAndFinish(owner, NOON.plusSeconds(100L * (i / 2)), 1)
                    .plan()
                    .id());
        }

        var seen = new ArrayList<FocusSnapshot>();
        var page = reader().history(owner, new PageRequest(2, null));
        seen.addAll(page.items());
        while (page.next() != null) {
            page = reader().history(owner, new PageRequest(2, page.next()));
            seen.addAll(page.items());
        }

        assertThat(seen).extracting(FocusSnapshot::id).containsExactlyElementsOf(expected);
        assertThat(seen).allSatisfy(snapshot -> assertThat(snapshot.focused()).hasMinutes(1));
    }

    @Test
    void focused_time_is_split_at_the_boundaries_and_only_finished_sessions_count() {
        var owner = newUser();
        startAndFinish(owner, NOON.minus(Duration.ofMinutes(10)), 25);
        FocusSession paused = start(owner, NOON.plus(Duration.ofHours(1)));
        paused = replace(paused, paused.pause(NOON.plus(Duration.ofMinutes(70))));
        paused = replace(paused, paused.resume(NOON.plus(Duration.ofMinutes(80))));
        replace(paused, paused.finish(NOON.plus(Duration.ofMinutes(85))));
        FocusSession abandoned = start(owner, NOON.plus(Duration.ofHours(2)));
        replace(abandoned, abandoned.abandon(NOON.plus(Duration.ofHours(3))));
        start(owner, NOON.plus(Duration.ofHours(4)));
        startAndFinish(newUser(), NOON, 60);

        var totals = reader().focusedBetween(
                        owner,
                        List.of(
                                NOON.minus(Duration.ofDays(1)),
                                NOON,
                                NOON.plus(Duration.ofMinutes(65)),
                                NOON.plus(Duration.ofDays(1)),
                                NOON.plus(Duration.ofDays(2))));

        assertThat(totals)
                .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(10), Duration.ZERO);
    }

    @Test
    void overdue_sessions_are_claimed_longest_overdue_first() {
        var first = start(newUser(), NOON.minus(Duration.ofDays(900)));
        var second = start(newUser(), NOON.minus(Duration.ofDays(899)));
        start(newUser(), NOON);
        startAndFinish(newUser(), NOON.minus(Duration.ofDays(901)), 1);

        var claimed = transactions().run(() -> sessions().claimOverdue(NOON.minus(Duration.ofDays(898)), 10));

        assertThat(claimed).containsExactly(first, second);
    }

    @Test
    void outside_a_transaction_nothing_is_written() {
        var plan = new FocusPlan(newId(), newUser(), Optional.empty(), Duration.ofMinutes(25), NOON);

        assertThatThrownBy(() -> sessions().add(FocusSession.start(plan))).isInstanceOf(IllegalStateException.class);
    }

    protected final FocusSession.Running start(UserId owner, Instant at) {
        return add(new FocusPlan(newId(), owner, Optional.empty(), Duration.ofMinutes(25), at));
    }

    private FocusSession.Running add(FocusPlan plan) {
        var session = FocusSession.start(plan);
        return transactions().run(() -> {
            sessions().add(session);
            return session;
        });
    }

    private FocusSession startAndFinish(UserId owner, Instant at, int minutes) {
        var session = start(owner, at);
        return replace(session, session.finish(at.plus(Duration.ofMinutes(minutes))));
    }

    private <S extends FocusSession> S replace(FocusSession before, S after) {
        Version expected = before.version();
        return transactions().run(() -> {
            sessions().replace(after, expected);
            return after;
        });
    }

    private void assertStored(FocusSession session) {
        assertThat(sessions().get(session.plan().id(), session.plan().owner())).isEqualTo(session);
    }

    private static FocusSessionId newId() {
        return new FocusSessionId(new UUID(0x0000000000007000L, 0x8000_0000_0000_0000L | IDS.incrementAndGet()));
    }
}
