package dev.mainstay.application.identity;

import static dev.mainstay.application.identity.IdentityFixture.HERE;
import static dev.mainstay.application.identity.IdentityFixture.PASSWORD;
import static dev.mainstay.application.identity.IdentityFixture.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.LoginLocked;
import dev.mainstay.domain.identity.LoginRefused;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionEnd;
import dev.mainstay.domain.refusal.QuotaExceeded;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LoggingInTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private Tokens logIn(String name, String password) {
        return identity.logIn.handle(new LogIn.Command(email(name), password, HERE));
    }

    private void fail(String name, int times) {
        for (int failures = 0; failures < times; failures++) {
            identity.clock.advance(Duration.ofSeconds(10));
            assertThat(refusal(() -> logIn(name, "a wrong password"))).isEqualTo("credentials_wrong");
        }
    }

    @Test
    void an_unknown_address_and_a_wrong_password_are_refused_alike_and_cost_alike() {
        identity.verified("ann");
        int before = identity.passwords.hashings();
        String wrong = refusal(() -> logIn("ann", "a wrong password"));
        int forKnown = identity.passwords.hashings() - before;
        String unknown = refusal(() -> logIn("nobody", "a wrong password"));

        assertThat(wrong).isEqualTo("credentials_wrong").isEqualTo(unknown);
        assertThat(identity.passwords.hashings() - before).isEqualTo(2 * forKnown);
        assertThat(identity.heard.stream().filter(LoginRefused.class::isInstance))
                .hasSize(2);
    }

    @Test
    void five_failures_lock_the_login_whether_somebody_has_the_address_or_not() {
        identity.verified("ann");
        for (String name : List.of("ann", "nobody")) {
            fail(name, 5);
            assertThat(refusal(() -> logIn(name, PASSWORD))).isEqualTo("login_locked");
        }
        assertThat(identity.heard.stream().filter(LoginLocked.class::isInstance))
                .hasSize(2);

        identity.clock.advance(Duration.ofSeconds(30));

        assertThat(logIn("ann", PASSWORD)).isNotNull();
    }

    @Test
    void each_further_failure_doubles_the_lock_up_to_a_quarter_of_an_hour() {
        identity.verified("ann");
        fail("ann", 5);
        Duration last = Duration.ofSeconds(30);
        for (int failures = 0; failures < 8; failures++) {
            identity.clock.advance(Duration.ofMinutes(15));
            fail("ann", 1);
            var locked = catchThrowableOfType(QuotaExceeded.class, () -> logIn("ann", PASSWORD));
            assertThat(locked.retryAfter()).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofMinutes(15));
            last = locked.retryAfter();
        }
        assertThat(last).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void attempts_while_locked_do_not_make_the_lock_longer() {
        identity.verified("ann");
        fail("ann", 5);
        for (int tries = 0; tries < 5; tries++) {
            refusal(() -> logIn("ann", "a wrong password"));
        }

        identity.clock.advance(Duration.ofSeconds(30));

        assertThat(logIn("ann", PASSWORD)).isNotNull();
    }

    @Test
    void whoever_owns_the_mailbox_opens_a_lock_by_a_new_password() {
        identity.verified("ann");
        fail("ann", 5);
        identity.forgotPassword.handle(new ForgotPassword.Command(email("ann")));
        identity.deliver();
        String code = identity.mail.code(email("ann"), LetterKind.RESET_PASSWORD);

        identity.resetPassword.handle(new ResetPassword.Command(email("ann"), code, "an entirely new one"));

        assertThat(logIn("ann", "an entirely new one")).isNotNull();
    }

    @Test
    void more_than_ten_attempts_a_minute_wait() {
        identity.verified("ann");
        for (int tries = 0; tries < 10; tries++) {
            logIn("ann", PASSWORD);
        }

        assertThat(refusal(() -> logIn("ann", PASSWORD))).isEqualTo("too_many_attempts");
        identity.clock.advance(Duration.ofMinutes(1));
        assertThat(logIn("ann", PASSWORD)).isNotNull();
    }

    @Test
    void a_suspended_user_learns_so_only_with_the_right_password() {
        var boss = identity.boss();
        var ann = identity.verified("ann");
        identity.suspendUser.handle(new SuspendUser.Command(boss, ann));

        assertThat(refusal(() -> logIn("ann", PASSWORD))).isEqualTo("account_suspended");
        assertThat(refusal(() -> logIn("ann", "a wrong password"))).isEqualTo("credentials_wrong");
    }

    @Test
    void a_login_renews_a_hash_that_was_made_with_weaker_parameters() {
        var ann = identity.verified("ann");
        var weak = identity.stores.accounts().find(ann).orElseThrow().password();
        identity.passwords.strengthen();

        logIn("ann", PASSWORD);

        var strong = identity.stores.accounts().find(ann).orElseThrow().password();
        assertThat(strong).isNotEqualTo(weak);
        assertThat(identity.passwords.outdated(strong.orElseThrow())).isFalse();
        assertThat(logIn("ann", PASSWORD)).isNotNull();
    }

    @Test
    void a_session_shows_the_device_and_never_the_address() {
        identity.verified("ann");
        var tokens = identity.logIn.handle(
                new LogIn.Command(email("ann"), PASSWORD, new Origin("Fire\nfox " + "x".repeat(500), "192.0.2.77")));

        var session = identity.stores.sessions().find(tokens.session()).orElseThrow();
        assertThat(session.device()).startsWith("Fire fox").hasSize(Session.MAX_DEVICE_LENGTH);
        assertThat(session.addressHash()).hasSize(32).doesNotContain("192");
    }

    @Test
    void the_hundred_and_first_session_ends_the_oldest() {
        var ann = identity.verified("ann");
        Tokens oldest = identity.loggedIn("ann");
        for (int logins = 0; logins < SessionOpening.MOST - 1; logins++) {
            identity.clock.advance(Duration.ofMinutes(1));
            identity.loggedIn("ann");
        }
        assertThat(identity.refreshSession.handle(new RefreshSession.Command(oldest.refreshToken())))
                .isNotNull();
        identity.clock.advance(Duration.ofMinutes(1));

        identity.loggedIn("ann");

        assertThat(identity.stores.sessions().live(ann, identity.clock.instant()))
                .hasSize(SessionOpening.MOST);
        assertThat(identity.stores
                        .sessions()
                        .find(oldest.session())
                        .orElseThrow()
                        .end())
                .contains(SessionEnd.REPLACED);
    }
}
