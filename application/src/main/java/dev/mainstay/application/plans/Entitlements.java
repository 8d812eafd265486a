package dev.mainstay.application.plans;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.refusal.NotAllowed;
import java.util.function.LongSupplier;

/**
 * What a user's plan allows at this moment, by the facts and not by a view (U11). Who has no subscription has the default plan. Features
 * ask here and know nothing else of plans.
 */
public interface Entitlements {

    boolean has(UserId user, Entitlement entitlement);

    /** How many the user may have; never negative. */
    long limit(UserId user, Limit limit);

    /**
     * Makes sure that there may be one more. The user's transactions that ask for the same limit take turns from here to their end, so
     * two at once never both get the last place. Only inside a transaction.
     *
     * @param used counts how many there are; asked when it is this transaction's turn
     * @throws dev.mainstay.domain.refusal.QuotaExceeded if all are used, with {@link Limit#refusalCode}
     */
    void requireRoom(UserId user, Limit limit, LongSupplier used);

    /**
     * Makes sure that the user's plan allows it.
     *
     * @throws NotAllowed {@code entitlement_missing} if it does not
     */
    default void require(UserId user, Entitlement entitlement) {
        if (!has(user, entitlement)) {
            throw new NotAllowed(
                    "entitlement_missing", "Your plan does not include " + entitlement + "; see /api/v1/plans.");
        }
    }
}
