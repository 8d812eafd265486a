package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Sessions} does. */
public abstract class SessionsContract extends IdentityContract {

    @Test
    void live_sessions_are_listed_the_latest_first() {
        Account ann = registered("ann");
        Session first = opened(ann, Duration.ofMinutes(1));
        Session second = opened(ann, Duration.ofMinutes(2));
        opened(registered("bob"), Duration.ZERO);

        assertThat(stores.sessions().live(ann.id(), NOW)).containsExactly(second, first);
        assertThat(stores.sessions().live(ann.id(), first.expiresAt())).isEmpty();
    }

    @Test
    void a_session_ends_once_and_only_for_its_owner() {
        Account ann = registered("ann");
        Session session = opened(ann, Duration.ZERO);
        var stranger = new UserId(UUID.randomUUID());

        assertThat(inTransaction(() -> end(stranger, session))).isFalse();
        assertThat(inTransaction(() -> end(ann.id(), session))).isTrue();
        assertThat(inTransaction(() -> end(ann.id(), session))).isFalse();
        assertThat(stores.sessions().find(session.id()).flatMap(Session::end)).contains(SessionEnd.LOGGED_OUT);
        assertThat(stores.sessions().live(ann.id(), NOW)).isEmpty();
        assertThat(stores.sessions().all(ann.id())).containsExactly(session.id());
    }

    private boolean end(UserId user, Session session) {
        return stores.sessions().end(user, session.id(), SessionEnd.LOGGED_OUT, NOW);
    }

    @Test
    void ending_all_spares_one_and_names_the_others() {
        Account ann = registered("ann");
        Session here = opened(ann, Duration.ZERO);
        Session there = opened(ann, Duration.ZERO);

        var ended = inTransaction(
                () -> stores.sessions().endAll(ann.id(), Optional.of(here.id()), SessionEnd.PASSWORD_CHANGED, NOW));

        assertThat(ended).containsExactly(there.id());
        assertThat(stores.sessions().live(ann.id(), NOW)).containsExactly(here);
        assertThat(inTransaction(() ->
                        stores.sessions().endAll(ann.id(), Optional.empty(), SessionEnd.LOGGED_OUT_EVERYWHERE, NOW)))
                .containsExactly(here.id());
    }

    @Test
    void a_refreshed_session_lives_longer() {
        Account ann = registered("ann");
        Session session = opened(ann, Duration.ZERO);
        Session refreshed = session.refresh(NOW.plusSeconds(60), NOW.plus(Duration.ofDays(60)));

        inTransaction(() -> stores.sessions().refresh(refreshed));

        assertThat(stores.sessions().find(session.id())).contains(refreshed);
    }

    @Test
    void what_was_over_long_ago_is_forgotten() {
        Account ann = registered("ann");
        Session ended = opened(ann, Duration.ZERO);
        Session live = opened(ann, Duration.ZERO);
        inTransaction(() -> end(ann.id(), ended));

        assertThat(inTransaction(() -> stores.sessions().forgetBefore(NOW))).isZero();
        assertThat(inTransaction(() -> stores.sessions().forgetBefore(NOW.plusSeconds(1))))
                .isEqualTo(1);
        assertThat(stores.sessions().all(ann.id())).containsExactly(live.id());
        assertThat(inTransaction(
                        () -> stores.sessions().forgetBefore(live.expiresAt().plusSeconds(1))))
                .isEqualTo(1);
    }
}
