package dev.mainstay.application.plans;

import dev.mainstay.domain.plans.Charge;
import dev.mainstay.domain.plans.Subscription;
import java.time.Instant;

/** The next try at the charge of a subscription that is past due. */
final class Retry {

    private Retry() {}

    /** Makes the declined charge pending again, to be paid by what the subscription is paid by now. */
    static Charge of(Subscription subscription, Charges charges, Instant now) {
        var again = charges.ofPeriod(subscription.id(), subscription.period().number())
                .orElseThrow(() -> new IllegalStateException("past due without a charge: " + subscription.id()))
                .again(subscription.method(), now);
        charges.replace(again);
        return again;
    }
}
