package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.LastKnown;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAuthenticated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may go on being shown things while the database is away (G9). */
class RecallingCallersTest {

    private static final UserId ANN = new UserId(new UUID(0, 1));
    private static final UserId BOB = new UserId(new UUID(0, 2));
    private static final SessionId SESSION = new SessionId(new UUID(0, 3));

    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");

    private Optional<Caller> recalled(LastKnown known) {
        AccessTokens tokens = new Tokens();
        return new RecallCaller(tokens, known, clock).caller("ann's token");
    }

    private Optional<Caller> recalled(UserId user, AccountStatus status, Duration left) {
        Instant end = clock.instant().plus(left);
        var live = new SessionState.Live(user, status, List.of(Role.ADMIN), end);
        return recalled(knowing(new SessionState(Optional.of(live))));
    }

    @Test
    void a_session_that_was_live_is_recalled_without_its_roles() {
        assertThat(recalled(ANN, AccountStatus.ACTIVE, Duration.ofHours(1))).hasValueSatisfying(caller -> {
            assertThat(caller.user()).isEqualTo(ANN);
            assertThat(caller.session()).isEqualTo(SESSION);
            assertThat(caller.roles()).isEmpty();
        });
    }

    @Test
    void whoever_logged_out_or_was_suspended_or_ran_out_or_is_another_is_nobody() {
        assertThat(recalled(knowing(SessionState.NONE))).isEmpty();
        assertThat(recalled(ANN, AccountStatus.SUSPENDED, Duration.ofHours(1))).isEmpty();
        assertThat(recalled(ANN, AccountStatus.ACTIVE, Duration.ZERO)).isEmpty();
        assertThat(recalled(BOB, AccountStatus.ACTIVE, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void of_whom_nothing_is_known_is_nobody() {
        assertThat(recalled(LastKnown.NOTHING)).isEmpty();
    }

    @Test
    void a_token_that_is_not_good_proves_nobody_whatever_is_known() {
        var recall = new RecallCaller(new Tokens(), knowing(SessionState.NONE), clock);

        assertThatThrownBy(() -> recall.caller("forged")).isInstanceOf(NotAuthenticated.class);
    }

    private LastKnown knowing(SessionState state) {
        return new LastKnown() {
            @Override
            public <I, V> Optional<Known<V>> of(CachedView<I, V> view, I id) {
                return Optional.of(new Known<>(view.type().cast(state), clock.instant()));
            }
        };
    }

    /** Knows one good token. */
    private static final class Tokens implements AccessTokens {
        @Override
        public String issue(UserId user, SessionId session) {
            return "ann's token";
        }

        @Override
        public Claims read(String token) {
            if (!token.equals("ann's token")) {
                throw new NotAuthenticated("token_invalid", "Not ours.");
            }
            return new Claims(ANN, SESSION);
        }

        @Override
        public Duration life() {
            return Duration.ofMinutes(10);
        }
    }
}
