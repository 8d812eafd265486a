package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All referral codes and who redeemed them (U9). */
public interface ReferralCodes {

    /** Adds a code. @return false if there is such a code already */
    boolean add(ReferralCode code);

    Optional<ReferralCode> find(String code);

    /** A user's own codes, the latest first. */
    List<ReferralCode> of(UserId owner);

    /** Counts a use, by one conditional update, unless the code is expired, used up, unknown or the user's own. */
    boolean use(String code, UserId by, Instant now);

    /** Notes who was brought in by which code. @return false if the user was brought in before */
    boolean redeem(UserId by, String code, Instant now);
}
