package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.UserId;
import java.util.List;

/** A user's own referral codes. */
public final class ListReferralCodes {

    private final ReferralCodes referrals;

    public ListReferralCodes(ReferralCodes referrals) {
        this.referrals = referrals;
    }

    /** The latest first; all of them, for nobody has many. */
    public List<ReferralCode> of(UserId owner) {
        return referrals.of(owner);
    }
}
