package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReferringTest {

    private final IdentityFixture identity = IdentityFixture.inMemory();

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private ReferralCode code(UserId owner, int uses) {
        return identity.createReferralCode.handle(new CreateReferralCode.Command(owner, uses, Duration.ofDays(7)));
    }

    private void redeem(UserId by, String code) {
        identity.redeemReferralCode.handle(new RedeemReferralCode.Command(by, code));
    }

    @Test
    void a_code_brings_others_in_as_often_as_it_may() {
        var code = code(identity.verified("ann"), 2);
        assertThat(identity.showReferralCode.of(code.code()).value().usesLeft()).isEqualTo(2);

        redeem(identity.verified("bob"), " " + code.code().toUpperCase(Locale.ROOT));
        assertThat(identity.showReferralCode.of(code.code()).value().usesLeft()).isEqualTo(1);
        assertThat(identity.showReferralCode.of(code.code()).outcome()).isEqualTo(Outcome.HIT);
        redeem(identity.verified("cid"), code.code());

        var dan = identity.verified("dan");
        assertThat(refusal(() -> redeem(dan, code.code()))).isEqualTo("referral_code_not_found");
        assertThat(refusal(() -> identity.showReferralCode.of(code.code()))).isEqualTo("referral_code_not_found");
    }

    @Test
    void nobody_refers_themselves_or_is_referred_twice() {
        var ann = identity.verified("ann");
        var bob = identity.verified("bob");
        var first = code(ann, 5);
        var second = code(ann, 5);
        redeem(bob, first.code());

        assertThat(refusal(() -> redeem(ann, first.code()))).isEqualTo("referral_own_code");
        assertThat(refusal(() -> redeem(bob, second.code()))).isEqualTo("referral_redeemed");
        assertThat(identity.listReferralCodes.of(ann))
                .extracting(ReferralCode::uses)
                .containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void an_expired_a_misspelt_and_an_unknown_code_are_told_alike() {
        var code = code(identity.verified("ann"), 5).code();
        var bob = identity.verified("bob");
        identity.clock.advance(Duration.ofDays(7));

        for (String typed : List.of(code, "zzzzzzzz", "", "a:b", "x".repeat(100))) {
            assertThat(refusal(() -> redeem(bob, typed))).isEqualTo("referral_code_not_found");
            assertThat(refusal(() -> identity.showReferralCode.of(typed))).isEqualTo("referral_code_not_found");
        }
    }

    @Test
    void limits_out_of_range_are_refused() {
        var ann = identity.verified("ann");

        assertThat(refusal(() -> code(ann, 0))).isEqualTo("invalid");
        assertThat(refusal(() -> code(ann, 1001))).isEqualTo("invalid");
    }
}
