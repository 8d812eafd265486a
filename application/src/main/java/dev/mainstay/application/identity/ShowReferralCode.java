package dev.mainstay.application.identity;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.refusal.NotFound;
import java.time.InstantSource;

/** What a referral code is worth to whoever was given it. */
public final class ShowReferralCode {

    private final ViewCache views;
    private final UserReader reader;
    private final InstantSource clock;

    public ShowReferralCode(ViewCache views, UserReader reader, InstantSource clock) {
        this.views = views;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The terms of a code that can be redeemed.
     *
     * @throws NotFound if there is no such code, or it is expired or used up
     */
    public Cached<ReferralOffer.Terms> of(String typed) {
        Cached<ReferralOffer> offer = views.read(
                IdentityViews.REFERRAL,
                ReferralCode.normal(typed).orElseThrow(ShowReferralCode::unknown),
                reader::offer);
        return offer.map(found -> found.terms()
                .filter(terms -> terms.usesLeft() > 0 && clock.instant().isBefore(terms.expiresAt()))
                .orElseThrow(ShowReferralCode::unknown));
    }

    private static NotFound unknown() {
        return new NotFound("referral_code_not_found", "There is no such referral code, or it can no longer be used.");
    }
}
