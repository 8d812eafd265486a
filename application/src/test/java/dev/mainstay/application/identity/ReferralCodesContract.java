package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.ReferralCode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link ReferralCodes} does. */
public abstract class ReferralCodesContract extends IdentityContract {

    private ReferralCode codeOf(Account owner, int maxUses) {
        var code = ReferralCode.create("abcdefgh", owner.id(), NOW, Duration.ofDays(1), maxUses);
        inTransaction(() -> stores.referrals().add(code));
        return code;
    }

    private boolean use(Account by, Instant at) {
        return inTransaction(() -> stores.referrals().use("abcdefgh", by.id(), at));
    }

    @Test
    void a_code_is_used_up_to_its_limit_until_it_expires_and_never_by_its_owner() {
        var ann = registered("ann");
        var bob = registered("bob");
        codeOf(ann, 1);

        assertThat(use(ann, NOW)).isFalse();
        assertThat(use(bob, NOW.plus(Duration.ofDays(1)))).isFalse();
        assertThat(use(bob, NOW)).isTrue();
        assertThat(use(bob, NOW)).isFalse();
        assertThat(stores.userReader().offer("abcdefgh").terms().orElseThrow().usesLeft())
                .isZero();
    }

    @Test
    void a_user_is_brought_in_once() {
        var ann = registered("ann");
        var bob = registered("bob");
        codeOf(ann, 5);

        assertThat(inTransaction(() -> stores.referrals().redeem(bob.id(), "abcdefgh", NOW)))
                .isTrue();
        assertThat(inTransaction(() -> stores.referrals().redeem(bob.id(), "abcdefgh", NOW)))
                .isFalse();
    }

    @Test
    void a_code_is_unique_and_listed_for_its_owner() {
        var ann = registered("ann");
        var code = codeOf(ann, 5);

        assertThat(inTransaction(() -> stores.referrals().add(code))).isFalse();
        assertThat(stores.referrals().of(ann.id())).containsExactly(code);
        assertThat(stores.referrals().find("zzzzzzzz")).isEmpty();
        assertThat(stores.userReader().offer("zzzzzzzz")).isEqualTo(ReferralOffer.NONE);
    }
}
