package dev.mainstay.application.identity;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;

/** Users as they are shown: to themselves, to other features, to administrators. */
public interface UserReader {

    /**
     * A user's profile with what their account says.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is no such user
     */
    ProfileCard card(UserId user);

    /** The roles of a user; none if there is no such user. */
    UserRoles roles(UserId user);

    /** Never null: {@link ReferralOffer#NONE} if there is no such code. */
    ReferralOffer offer(String code);

    /** All users that match, the latest registered first. */
    Page<UserSummary> users(UserFilter filter, PageRequest page);
}
