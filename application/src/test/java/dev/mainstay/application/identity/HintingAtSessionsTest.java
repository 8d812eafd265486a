package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.application.live.LocalLiveChannels;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.LoggedIn;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.RoleRevoked;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.SessionRefreshed;
import dev.mainstay.domain.identity.SessionsEnded;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.identity.UserSuspended;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HintingAtSessionsTest {

    private final LocalLiveChannels channels = new LocalLiveChannels();
    private final SessionHints hints = new SessionHints(channels);
    private final UserId ann = new UserId(new UUID(0, 1));
    private final UserId bob = new UserId(new UUID(0, 2));
    private final SessionId session = new SessionId(new UUID(0, 3));

    @Test
    void whatever_takes_something_from_a_session_is_hinted_once_to_its_owner_alone() {
        var ended = new SessionsEnded(ann, List.of(session), SessionEnd.LOGGED_OUT);

        assertThat(heardByAnn(ended, ended)).containsExactly(new LiveHint(ann, SessionHints.TOPIC));
        assertThat(heardByAnn(new UserSuspended(ann, bob, List.of(session)))).hasSize(1);
        assertThat(heardByAnn(new RoleRevoked(ann, Role.ADMIN, bob, List.of()))).hasSize(1);
        assertThat(heardByAnn(new SessionsEnded(bob, List.of(session), SessionEnd.LOGGED_OUT)))
                .isEmpty();
    }

    @Test
    void logging_in_and_refreshing_are_no_hint() {
        assertThat(heardByAnn(new LoggedIn(ann, session), new SessionRefreshed(ann, session)))
                .isEmpty();
    }

    private List<LiveHint> heardByAnn(DomainEvent... events) {
        var heard = new ArrayList<LiveHint>();
        try (var _ = channels.subscribe(ann, heard::add)) {
            hints.committed(List.of(events));
        }
        return heard;
    }
}
