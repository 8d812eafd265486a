package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AuthenticatingTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private Caller caller(Tokens tokens) {
        return identity.authenticate.caller(tokens.accessToken());
    }

    @Test
    void a_good_token_says_who_sends_the_request() {
        var ann = identity.verified("ann");
        Tokens tokens = identity.loggedIn("ann");

        assertThat(caller(tokens)).isEqualTo(new Caller(ann, tokens.session(), Set.of()));
    }

    @Test
    void a_token_ends_after_ten_minutes() {
        identity.verified("ann");
        Tokens tokens = identity.loggedIn("ann");
        identity.clock.advance(Duration.ofMinutes(10));

        assertThat(refusal(() -> caller(tokens))).isEqualTo("token_expired");
    }

    @Test
    void a_session_ended_here_or_elsewhere_counts_from_the_next_request_on() {
        identity.verified("ann");
        Tokens laptop = identity.loggedIn("ann");
        Tokens phone = identity.loggedIn("ann");
        Tokens tablet = identity.loggedIn("ann");
        caller(phone);
        caller(tablet);

        identity.endSession.handle(new EndSession.Command(caller(laptop), phone.session()));
        identity.logOut.handle(caller(tablet));

        assertThat(refusal(() -> caller(phone))).isEqualTo("session_ended");
        assertThat(refusal(() -> caller(tablet))).isEqualTo("session_ended");
        assertThat(identity.listSessions.of(caller(laptop)))
                .singleElement()
                .satisfies(session -> assertThat(session.current()).isTrue());
    }

    @Test
    void logging_out_everywhere_ends_all_sessions() {
        identity.verified("ann");
        Tokens laptop = identity.loggedIn("ann");
        Tokens phone = identity.loggedIn("ann");

        identity.logOutEverywhere.handle(caller(laptop));

        assertThat(refusal(() -> caller(laptop))).isEqualTo("session_ended");
        assertThat(refusal(() -> caller(phone))).isEqualTo("session_ended");
    }

    @Test
    void nobody_ends_another_ones_session() {
        identity.verified("ann");
        identity.verified("bob");
        Tokens ann = identity.loggedIn("ann");
        Tokens bob = identity.loggedIn("bob");

        assertThat(refusal(() -> identity.endSession.handle(new EndSession.Command(caller(bob), ann.session()))))
                .isEqualTo("session_not_found");
        assertThat(caller(ann)).isNotNull();
    }

    @Test
    void a_change_of_roles_and_a_suspension_count_from_the_next_request_on() {
        Caller boss = identity.boss();
        var ann = identity.verified("ann");
        Tokens tokens = identity.loggedIn("ann");
        assertThat(caller(tokens).is(Role.TEACHER)).isFalse();

        identity.grantRole.handle(new GrantRole.Command(boss, ann, Role.TEACHER));
        assertThat(caller(tokens).is(Role.TEACHER)).isTrue();
        assertThat(identity.showRoles.of(ann).value().roles()).containsExactly(Role.TEACHER);

        identity.revokeRole.handle(new RevokeRole.Command(boss, ann, Role.TEACHER));
        assertThat(caller(tokens).is(Role.TEACHER)).isFalse();
        assertThat(identity.showRoles.of(ann).value().roles()).isEmpty();

        identity.suspendUser.handle(new SuspendUser.Command(boss, ann));
        assertThat(refusal(() -> caller(tokens))).isEqualTo("account_suspended");
        assertThat(refusal(() -> identity.refreshSession.handle(new RefreshSession.Command(tokens.refreshToken()))))
                .isEqualTo("refresh_invalid");
    }

    @Test
    void a_token_of_one_user_for_the_session_of_another_is_worth_nothing() {
        var ann = identity.verified("ann");
        identity.verified("bob");
        Tokens bob = identity.loggedIn("bob");
        String forged = new FakeAccessTokens(identity.clock).issue(ann, bob.session());

        assertThat(refusal(() -> identity.authenticate.caller(forged))).isEqualTo("session_ended");
    }
}
