package dev.mainstay.postgres.identity;

import static dev.mainstay.postgres.identity.AtOnce.atOnce;
import static dev.mainstay.postgres.identity.AtOnce.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.CreateReferralCode;
import dev.mainstay.application.identity.IdentityFixture;
import dev.mainstay.application.identity.RedeemReferralCode;
import dev.mainstay.application.identity.RefreshSession;
import dev.mainstay.application.identity.Register;
import dev.mainstay.application.identity.Tokens;
import dev.mainstay.application.identity.VerifyEmail;
import dev.mainstay.domain.identity.CodeTried;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.Registered;
import dev.mainstay.domain.identity.SessionRefreshed;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What happens when two do it at the same moment; each round starts both together. */
class IdentityAtOnceIT {

    private static final int ROUNDS = 15;

    private final IdentityFixture identity = new IdentityFixture(PostgresStores.empty(), UUID::randomUUID);

    private long heard(Class<?> event) {
        return identity.heard.stream().filter(event::isInstance).count();
    }

    @Test
    void two_refreshes_with_one_token_rotate_once_and_get_the_same_successor() {
        identity.verified("ann");
        Tokens tokens = identity.loggedIn("ann");
        for (int round = 1; round <= ROUNDS; round++) {
            var command = new RefreshSession.Command(tokens.refreshToken());
            Callable<Tokens> refresh = () -> identity.refreshSession.handle(command);

            var answers = atOnce(List.of(refresh, refresh, refresh));

            assertThat(answers.stream().map(Tokens::refreshToken).distinct()).hasSize(1);
            assertThat(heard(SessionRefreshed.class)).isEqualTo(round);
            tokens = answers.getFirst();
            identity.caller(tokens);
        }
    }

    @Test
    void the_last_use_of_a_referral_code_goes_to_one() {
        var owner = identity.verified("owner");
        for (int round = 0; round < ROUNDS; round++) {
            var code = identity.createReferralCode
                    .handle(new CreateReferralCode.Command(owner, 1, Duration.ofDays(1)))
                    .code();
            var ann = identity.verified("ann" + round);
            var bob = identity.verified("bob" + round);

            var outcomes = atOnce(List.of(
                    outcome(() -> identity.redeemReferralCode.handle(new RedeemReferralCode.Command(ann, code))),
                    outcome(() -> identity.redeemReferralCode.handle(new RedeemReferralCode.Command(bob, code)))));

            assertThat(outcomes).containsExactlyInAnyOrder("ok", "referral_code_not_found");
        }
    }

    @Test
    void one_user_who_redeems_two_codes_at_once_redeems_one() {
        var owner = identity.verified("owner");
        for (int round = 0; round < ROUNDS; round++) {
            var ann = identity.verified("ann" + round);
            var codes = List.of(newCode(owner), newCode(owner));

            var outcomes = atOnce(codes.stream()
                    .map(code -> outcome(
                            () -> identity.redeemReferralCode.handle(new RedeemReferralCode.Command(ann, code))))
                    .toList());

            assertThat(outcomes).containsExactlyInAnyOrder("ok", "referral_redeemed");
            assertThat(codes.stream()
                            .mapToInt(code -> identity.stores
                                    .referrals()
                                    .find(code)
                                    .orElseThrow()
                                    .uses()))
                    .containsExactlyInAnyOrder(0, 1);
        }
    }

    private String newCode(UserId owner) {
        return identity.createReferralCode
                .handle(new CreateReferralCode.Command(owner, 9, Duration.ofDays(1)))
                .code();
    }

    @Test
    void an_address_registered_twice_at_once_has_one_account_and_one_letter() {
        for (int round = 0; round < ROUNDS; round++) {
            String email = "ann" + round + "@example.org";
            var command = new Register.Command(email, IdentityFixture.PASSWORD, "Ann", ZoneId.of("UTC"), "en");
            Callable<String> register = outcome(() -> identity.register.handle(command));

            assertThat(atOnce(List.of(register, register))).containsExactly("ok", "ok");

            identity.deliver();
            assertThat(identity.mail.delivered()).hasSize(round + 1);
        }
        assertThat(heard(Registered.class)).isEqualTo(ROUNDS);
    }

    @Test
    void eight_guesses_at_once_are_five_attempts() {
        identity.registered("ann");
        Callable<String> guess =
                outcome(() -> identity.verifyEmail.handle(new VerifyEmail.Command("ann@example.org", "00000000")));

        atOnce(Collections.nCopies(8, guess));

        var user = identity.stores
                .accounts()
                .find(new EmailAddress("ann@example.org"))
                .orElseThrow()
                .id();
        assertThat(heard(CodeTried.class)).isEqualTo(5);
        assertThat(identity.showPendingCodes.of(user).value().codes()).isEmpty();
    }

    @Test
    void workers_at_once_send_each_letter_once() {
        for (int number = 0; number < 20; number++) {
            identity.register.handle(new Register.Command(
                    "user" + number + "@example.org", IdentityFixture.PASSWORD, "", ZoneId.of("UTC"), "en"));
        }
        Callable<Boolean> worker = () -> {
            identity.deliver();
            return true;
        };

        atOnce(Collections.nCopies(4, worker));

        assertThat(identity.mail.delivered()).hasSize(20);
        assertThat(identity.mail.delivered().stream()
                        .map(mail -> mail.to().email())
                        .distinct())
                .hasSize(20);
    }
}
