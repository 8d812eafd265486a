package dev.mainstay.domain.identity;

import java.util.List;

/** A user made a referral code. */
public record ReferralCreated(UserId owner, String code) implements ReferralsChanged {

    @Override
    public List<String> codes() {
        return List.of(code);
    }
}
