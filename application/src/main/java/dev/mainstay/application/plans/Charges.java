package dev.mainstay.application.plans;

import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.ChargeId;
import dev.mainstay.domain.plans.SubscriptionId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What subscriptions cost and gave back. The store refuses a second charge for a period, a second pending one of a subscription, and any
 * change of an amount or of what is paid.
 */
public interface Charges {

    /** The order of {@link #page}. */
    String NEWEST_FIRST = "charge-made";

    void add(Charge charge);

    /** Empty if it went with its owner. */
    Optional<Charge> find(ChargeId id);

    /** Stores the outcome of a try, or the next try. */
    void replace(Charge changed);

    /** The charge for a period, not for a change within it; empty for a trial. */
    Optional<Charge> ofPeriod(SubscriptionId subscription, int period);

    /** Whether the outcome of a charge is not known. */
    boolean hasPending(SubscriptionId subscription);

    /** Charges whose outcome has not been known since before the instant, the longest first. */
    List<ChargeId> pendingSince(Instant triedBefore, int limit);

    /** What the user has in credit: given to it less taken from it, by charges that have not failed. Never negative. */
    Money credit(UserId owner, Currency currency);

    /** The user's credit in each currency in which there is some. */
    List<Money> credits(UserId owner);

    /** All of the user's, the latest first. */
    Page<Charge> page(UserId owner, PageRequest page);
}
