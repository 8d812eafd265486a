package dev.mainstay.application.identity;

import static dev.mainstay.application.identity.IdentityFixture.HERE;
import static dev.mainstay.application.identity.IdentityFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegisteringTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private void register(String email, String password) {
        identity.register.handle(new Register.Command(email, password, "Ann", ZoneId.of("UTC"), "en"));
        identity.deliver();
    }

    private void verify(String email, String code) {
        identity.verifyEmail.handle(new VerifyEmail.Command(email, code));
    }

    private String code() {
        return identity.mail.code("ann@example.org", LetterKind.VERIFY_EMAIL);
    }

    private Tokens logIn(String email, String password) {
        return identity.logIn.handle(new LogIn.Command(email, password, HERE));
    }

    @Test
    void a_newcomer_gets_a_code_by_mail_and_with_it_may_log_in() {
        register(" Ann@Example.ORG ", PASSWORD);

        assertThat(refusal(() -> logIn("ann@example.org", PASSWORD))).isEqualTo("email_unverified");
        verify("ann@example.org", code().toLowerCase(Locale.ROOT).replaceFirst("(....)", "$1-"));

        assertThat(logIn("ANN@example.org", PASSWORD).accessToken()).isNotEmpty();
    }

    @Test
    void an_address_that_has_an_account_gets_a_letter_that_says_so_and_keeps_its_password() {
        identity.verified("ann");

        register("ann@example.org", "another password");

        assertThat(identity.mail.delivered().getLast().kind()).isEqualTo(LetterKind.ALREADY_REGISTERED);
        assertThat(logIn("ann@example.org", PASSWORD)).isNotNull();
        assertThat(refusal(() -> logIn("ann@example.org", "another password"))).isEqualTo("credentials_wrong");
    }

    @Test
    void registering_again_before_verifying_sends_a_new_code_that_ends_the_old_one() {
        register("ann@example.org", PASSWORD);
        String old = code();
        identity.clock.advance(Duration.ofMinutes(2));

        register("ann@example.org", PASSWORD);

        assertThat(refusal(() -> verify("ann@example.org", old))).isEqualTo("invalid");
        verify("ann@example.org", code());
        assertThat(logIn("ann@example.org", PASSWORD)).isNotNull();
    }

    @Test
    void a_double_click_does_not_make_the_password_doubtful() {
        identity.passwords.beforeNextMatch(() -> register("ann@example.org", PASSWORD));
        register("ann@example.org", PASSWORD);

        verify("ann@example.org", code());

        assertThat(logIn("ann@example.org", PASSWORD)).isNotNull();
    }

    @Test
    void when_two_passwords_were_registered_neither_opens_the_account() {
        register("ann@example.org", "the password of a thief");
        identity.clock.advance(Duration.ofMinutes(2));
        register("ann@example.org", PASSWORD);

        verify("ann@example.org", code());

        assertThat(refusal(() -> logIn("ann@example.org", "the password of a thief")))
                .isEqualTo("credentials_wrong");
        assertThat(refusal(() -> logIn("ann@example.org", PASSWORD))).isEqualTo("credentials_wrong");
        identity.deliver();
        String reset = identity.mail.code("ann@example.org", LetterKind.RESET_PASSWORD);
        identity.resetPassword.handle(new ResetPassword.Command("ann@example.org", reset, PASSWORD));
        assertThat(logIn("ann@example.org", PASSWORD)).isNotNull();
    }

    @Test
    void a_new_and_a_known_address_cost_the_same_hashing() {
        register("new@example.org", PASSWORD);
        int forNew = identity.passwords.hashings();

        register("new@example.org", PASSWORD);

        assertThat(identity.passwords.hashings()).isEqualTo(2 * forNew);
    }

    @Test
    void five_wrong_codes_use_up_the_right_one() {
        register("ann@example.org", PASSWORD);

        for (int tries = 0; tries < 5; tries++) {
            assertThat(refusal(() -> verify("ann@example.org", "00000000"))).isEqualTo("invalid");
        }

        assertThat(refusal(() -> verify("ann@example.org", code()))).isEqualTo("invalid");
    }

    @Test
    void a_code_is_good_for_a_quarter_of_an_hour_and_once() {
        register("ann@example.org", PASSWORD);
        identity.clock.advance(Duration.ofMinutes(15));
        assertThat(refusal(() -> verify("ann@example.org", code()))).isEqualTo("invalid");

        register("ann@example.org", PASSWORD);
        verify("ann@example.org", code());
        assertThat(refusal(() -> verify("ann@example.org", code()))).isEqualTo("invalid");
    }

    @Test
    void a_code_of_one_address_does_not_open_another() {
        register("ann@example.org", PASSWORD);
        register("bob@example.org", PASSWORD);

        assertThat(refusal(() -> verify("bob@example.org", code()))).isEqualTo("invalid");
        assertThat(refusal(() -> verify("nobody@example.org", code()))).isEqualTo("invalid");
    }

    @Test
    void passwords_that_are_short_long_odd_or_the_address_are_refused() {
        for (String password :
                List.of("short", " ".repeat(12), "x".repeat(129), "with a \u0000 in it", "ANN@example.org")) {
            assertThatThrownBy(() -> register("ann@example.org", password)).isInstanceOf(Invalid.class);
        }
        register("ann@example.org", "ﬁfteen 字符 long");
        assertThat(identity.mail.delivered()).hasSize(1);
    }

    @Test
    void what_is_no_address_is_refused() {
        for (String email :
                List.of("", "ann", "ann@", "@example.org", "a b@example.org", "ann@localhost", "a@b@c.org")) {
            assertThatThrownBy(() -> register(email, PASSWORD)).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void whether_a_code_is_out_can_be_seen_and_the_code_cannot() {
        var ann = identity.verified("ann");
        assertThat(identity.showPendingCodes.of(ann).value().codes()).isEmpty();

        identity.forgotPassword.handle(new ForgotPassword.Command("ann@example.org"));
        identity.deliver();

        var pending = identity.showPendingCodes.of(ann);
        assertThat(pending.value().codes())
                .singleElement()
                .satisfies(code -> assertThat(code.kind()).isEqualTo(LetterKind.RESET_PASSWORD));
        assertThat(identity.showPendingCodes.of(ann).outcome()).isEqualTo(Outcome.HIT);
        assertThat(pending.toString()).doesNotContain(identity.mail.code("ann@example.org", LetterKind.RESET_PASSWORD));
    }
}
