package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.SessionState.Live;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SessionReader} does. */
public abstract class SessionReaderContract extends IdentityContract {

    @Test
    void a_live_session_shows_its_user_with_status_and_roles() {
        var ann = registered("ann");
        var session = opened(ann, Duration.ZERO);
        inTransaction(() ->
                stores.accounts().replace(ann.verify(NOW).grant(Role.ADMIN).grant(Role.STUDENT)));

        assertThat(stores.sessionReader().state(session.id()))
                .isEqualTo(new SessionState(Optional.of(new Live(
                        ann.id(), AccountStatus.ACTIVE, List.of(Role.STUDENT, Role.ADMIN), session.expiresAt()))));
        assertThat(stores.sessionReader().revocation(session.id())).isEqualTo(Revocation.NONE);
    }

    @Test
    void a_session_that_ended_is_none_and_says_why() {
        var ann = registered("ann");
        var session = opened(ann, Duration.ZERO);
        inTransaction(() -> stores.sessions().end(ann.id(), session.id(), SessionEnd.SUSPENDED, NOW));

        assertThat(stores.sessionReader().state(session.id())).isEqualTo(SessionState.NONE);
        assertThat(stores.sessionReader().revocation(session.id()).reason()).contains(SessionEnd.SUSPENDED);
    }

    @Test
    void an_unknown_session_is_none_and_was_never_revoked() {
        var unknown = new SessionId(UUID.randomUUID());

        assertThat(stores.sessionReader().state(unknown)).isEqualTo(SessionState.NONE);
        assertThat(stores.sessionReader().revocation(unknown)).isEqualTo(Revocation.NONE);
    }
}
