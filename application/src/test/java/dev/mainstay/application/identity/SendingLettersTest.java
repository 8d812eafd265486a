package dev.mainstay.application.identity;

import static dev.mainstay.application.identity.IdentityFixture.email;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.domain.identity.LetterKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendingLettersTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private String code() {
        return identity.mail.code(email("ann"), LetterKind.RESET_PASSWORD);
    }

    private void forget() {
        identity.forgotPassword.handle(new ForgotPassword.Command(email("ann")));
    }

    @Test
    void a_letter_that_cannot_be_delivered_is_tried_again_ever_later_with_a_code_made_then() {
        identity.verified("ann");
        identity.mail.broken(true);
        forget();
        assertThat(identity.sendLetters.next()).isTrue();
        assertThat(identity.sendLetters.next()).isFalse();

        identity.clock.advance(Duration.ofSeconds(10));
        assertThat(identity.sendLetters.next()).isTrue();
        identity.clock.advance(Duration.ofSeconds(10));
        assertThat(identity.sendLetters.next()).isFalse();
        identity.mail.broken(false);
        identity.clock.advance(Duration.ofSeconds(20));
        assertThat(identity.sendLetters.next()).isTrue();

        identity.resetPassword.handle(new ResetPassword.Command(email("ann"), code(), "an entirely new one"));
    }

    @Test
    void after_eight_attempts_a_letter_is_given_up() {
        identity.verified("ann");
        identity.mail.broken(true);
        forget();
        int attempts = 0;
        while (identity.sendLetters.next()) {
            attempts++;
            identity.clock.advance(Duration.ofHours(1));
        }

        assertThat(attempts).isEqualTo(SendLetters.MAX_ATTEMPTS);
    }

    @Test
    void a_mailbox_gets_one_letter_of_a_kind_a_minute_however_often_it_is_asked_for() {
        identity.verified("ann");
        for (int times = 0; times < 5; times++) {
            forget();
            identity.deliver();
        }
        assertThat(letters()).isEqualTo(1);

        identity.clock.advance(Duration.ofMinutes(1));
        identity.deliver();

        assertThat(letters()).isEqualTo(2);
    }

    private long letters() {
        return identity.mail.delivered().stream()
                .filter(mail -> mail.kind() == LetterKind.RESET_PASSWORD)
                .count();
    }
}
