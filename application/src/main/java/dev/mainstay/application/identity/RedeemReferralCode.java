package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.ReferralRedeemed;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Refusal;
import java.time.InstantSource;

/** Notes that a user was brought in by another, once in a lifetime (U9). */
public final class RedeemReferralCode {

    private final Writes writes;
    private final ReferralCodes referrals;
    private final InstantSource clock;

    public RedeemReferralCode(Writes writes, ReferralCodes referrals, InstantSource clock) {
        this.writes = writes;
        this.referrals = referrals;
        this.clock = clock;
    }

    /** A code as it was typed. */
    public record Command(UserId user, String code) {}

    /**
     * Redeems.
     *
     * @throws NotFound if there is no such code, or it is expired or used up
     * @throws Conflict if it is the user's own, or the user has redeemed one before
     */
    public void handle(Command command) {
        String code = ReferralCode.normal(command.code()).orElseThrow(RedeemReferralCode::unknown);
        writes.perform(events -> {
            if (!referrals.use(code, command.user(), clock.instant())) {
                throw whyNot(code, command.user());
            }
            if (!referrals.redeem(command.user(), code, clock.instant())) {
                throw new Conflict("referral_redeemed", "You have redeemed a referral code before.");
            }
            var owner = referrals.find(code).orElseThrow().owner();
            events.raise(new ReferralRedeemed(command.user(), owner, code));
        });
    }

    private Refusal whyNot(String code, UserId user) {
        boolean own =
                referrals.find(code).filter(found -> found.owner().equals(user)).isPresent();
        return own ? new Conflict("referral_own_code", "Your own referral code is for others.") : unknown();
    }

    private static NotFound unknown() {
        return new NotFound("referral_code_not_found", "There is no such referral code, or it can no longer be used.");
    }
}
