package dev.mainstay.application.identity;

import static dev.mainstay.application.identity.IdentityFixture.HERE;
import static dev.mainstay.application.identity.IdentityFixture.PASSWORD;
import static dev.mainstay.application.identity.IdentityFixture.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChangingPasswordsTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private static final String NEW = "an entirely new password";

    private Tokens logIn(String password) {
        return identity.logIn.handle(new LogIn.Command(email("ann"), password, HERE));
    }

    private void change(Caller caller, String current) {
        identity.changePassword.handle(new ChangePassword.Command(caller, current, NEW));
    }

    private String resetCode() {
        identity.forgotPassword.handle(new ForgotPassword.Command(email("ann")));
        identity.deliver();
        return identity.mail.code(email("ann"), LetterKind.RESET_PASSWORD);
    }

    private void reset(String code) {
        identity.resetPassword.handle(new ResetPassword.Command(email("ann"), code, NEW));
    }

    @Test
    void who_knows_the_old_password_sets_a_new_one_and_the_other_devices_are_logged_out() {
        identity.verified("ann");
        Tokens here = logIn(PASSWORD);
        Tokens there = logIn(PASSWORD);

        change(identity.caller(here), PASSWORD);

        assertThat(identity.caller(here)).isNotNull();
        assertThat(refusal(() -> identity.caller(there))).isEqualTo("session_ended");
        assertThat(refusal(() -> logIn(PASSWORD))).isEqualTo("credentials_wrong");
        assertThat(logIn(NEW)).isNotNull();
    }

    @Test
    void a_wrong_old_password_changes_nothing() {
        identity.verified("ann");
        Caller ann = identity.caller(logIn(PASSWORD));

        assertThat(refusal(() -> change(ann, "a wrong password"))).isEqualTo("invalid");

        assertThat(logIn(PASSWORD)).isNotNull();
    }

    @Test
    void who_owns_the_mailbox_sets_a_new_password_and_every_device_is_logged_out() {
        identity.verified("ann");
        Tokens there = logIn(PASSWORD);

        reset(resetCode());

        assertThat(refusal(() -> identity.caller(there))).isEqualTo("session_ended");
        assertThat(refusal(() -> logIn(PASSWORD))).isEqualTo("credentials_wrong");
        assertThat(logIn(NEW)).isNotNull();
    }

    @Test
    void a_reset_code_works_once_and_proves_the_mailbox() {
        identity.registered("ann");
        String code = resetCode();

        reset(code);

        assertThat(logIn(NEW)).isNotNull();
        assertThat(refusal(() -> reset(code))).isEqualTo("invalid");
    }

    @Test
    void forgetting_an_unknown_or_suspended_account_answers_alike_and_sends_nothing() {
        Caller boss = identity.boss();
        var ann = identity.verified("ann");
        identity.suspendUser.handle(new SuspendUser.Command(boss, ann));
        int before = identity.mail.delivered().size();

        identity.forgotPassword.handle(new ForgotPassword.Command(email("ann")));
        identity.forgotPassword.handle(new ForgotPassword.Command(email("nobody")));
        identity.deliver();

        assertThat(identity.mail.delivered()).hasSize(before);
    }
}
