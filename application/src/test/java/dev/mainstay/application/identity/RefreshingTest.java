package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.domain.identity.RefreshReused;
import dev.mainstay.domain.identity.SessionRefreshed;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefreshingTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private Tokens refresh(Tokens tokens) {
        return identity.refreshSession.handle(new RefreshSession.Command(tokens.refreshToken()));
    }

    private Tokens loggedIn() {
        identity.verified("ann");
        return identity.loggedIn("ann");
    }

    @Test
    void a_token_is_exchanged_for_its_successor_and_the_session_lives_longer() {
        Tokens first = loggedIn();
        identity.clock.advance(Duration.ofDays(29));

        Tokens second = refresh(first);
        identity.clock.advance(Duration.ofDays(29));
        Tokens third = refresh(second);

        assertThat(Set.of(first.refreshToken(), second.refreshToken(), third.refreshToken()))
                .hasSize(3);
        assertThat(identity.caller(third).session()).isEqualTo(first.session());
    }

    @Test
    void a_session_that_is_not_refreshed_for_its_life_is_over() {
        Tokens tokens = loggedIn();
        identity.clock.advance(Duration.ofDays(30));

        assertThat(refusal(() -> refresh(tokens))).isEqualTo("refresh_invalid");
    }

    @Test
    void an_honest_double_send_gets_the_same_successor_and_both_answers_work() {
        Tokens first = loggedIn();

        Tokens one = refresh(first);
        identity.clock.advance(Duration.ofSeconds(9));
        Tokens other = refresh(first);

        assertThat(other.refreshToken()).isEqualTo(one.refreshToken());
        assertThat(identity.caller(one)).isEqualTo(identity.caller(other));
        assertThat(identity.heard.stream().filter(SessionRefreshed.class::isInstance))
                .hasSize(1);
        assertThat(refresh(other)).isNotNull();
    }

    @Test
    void a_double_send_after_the_successor_is_in_use_gets_nothing_and_ends_nothing() {
        Tokens first = loggedIn();
        Tokens third = refresh(refresh(first));

        assertThat(refusal(() -> refresh(first))).isEqualTo("refresh_superseded");
        assertThat(identity.caller(third)).isNotNull();
    }

    @Test
    void a_spent_token_that_comes_back_after_the_grace_ends_the_whole_family() {
        Tokens first = loggedIn();
        Tokens second = refresh(first);
        identity.clock.advance(Duration.ofSeconds(10));

        assertThat(refusal(() -> refresh(first))).isEqualTo("refresh_reused");

        assertThat(refusal(() -> refresh(second))).isEqualTo("refresh_invalid");
        assertThat(refusal(() -> identity.caller(second))).isEqualTo("session_ended");
        assertThat(identity.heard.stream().filter(RefreshReused.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_stolen_family_does_not_touch_the_users_other_sessions() {
        Tokens stolen = loggedIn();
        Tokens other = identity.loggedIn("ann");
        refresh(stolen);
        identity.clock.advance(Duration.ofSeconds(11));

        refusal(() -> refresh(stolen));

        assertThat(refresh(other)).isNotNull();
    }

    @Test
    void an_unknown_token_and_one_of_a_session_that_ended_are_refused_alike() {
        Tokens tokens = loggedIn();
        identity.logOut.handle(identity.caller(tokens));

        assertThat(refusal(() -> refresh(tokens))).isEqualTo("refresh_invalid");
        assertThat(refusal(() -> identity.refreshSession.handle(new RefreshSession.Command("x".repeat(43)))))
                .isEqualTo("refresh_invalid");
        assertThat(refusal(() -> identity.refreshSession.handle(new RefreshSession.Command("x".repeat(4300)))))
                .isEqualTo("refresh_invalid");
    }
}
