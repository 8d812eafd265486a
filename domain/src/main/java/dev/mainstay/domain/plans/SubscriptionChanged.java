package dev.mainstay.domain.plans;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Standing.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something happened to a user's subscription, or to their money (U11). */
public sealed interface SubscriptionChanged extends Audited {

    SubscriptionId subscription();

    UserId owner();

    /** It began. */
    record SubscriptionStarted(SubscriptionId subscription, UserId owner, PlanCode plan, boolean trial)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(
                    this,
                    "subscription.started",
                    Map.of(),
                    Map.of("plan", plan.value(), "trial", String.valueOf(trial)));
        }
    }

    /** The trial is over and the first paid period has begun. */
    record TrialEnded(SubscriptionId subscription, UserId owner, PlanCode plan, Instant at)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return bySystem(this, "subscription.trial_ended", Map.of("plan", plan.value(), "at", at.toString()));
        }
    }

    /** The next period has begun; once for each. */
    record SubscriptionRenewed(SubscriptionId subscription, UserId owner, PlanCode plan, Period period)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return bySystem(
                    this,
                    "subscription.renewed",
                    Map.of(
                            "plan",
                            plan.value(),
                            "from",
                            period.from().toString(),
                            "to",
                            period.to().toString()));
        }
    }

    /** It has another plan from now on. */
    record PlanChanged(SubscriptionId subscription, UserId owner, PlanCode before, PlanCode after)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(this, "subscription.changed", Map.of("plan", before.value()), Map.of("plan", after.value()));
        }
    }

    /** It will have another plan from the next period on. */
    record ChangeScheduled(SubscriptionId subscription, UserId owner, PlanCode after) implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(this, "subscription.change_scheduled", Map.of(), Map.of("next", after.value()));
        }
    }

    /** It keeps its plan in the next period after all. */
    record ChangeWithdrawn(SubscriptionId subscription, UserId owner) implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(this, "subscription.change_withdrawn", Map.of(), Map.of());
        }
    }

    /** It ends with its period. */
    record SubscriptionCancelled(SubscriptionId subscription, UserId owner, Instant until)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(this, "subscription.cancelled", Map.of(), Map.of("until", until.toString()));
        }
    }

    /** It goes on after all. */
    record SubscriptionKept(SubscriptionId subscription, UserId owner) implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(this, "subscription.kept", Map.of(), Map.of());
        }
    }

    /** It is paid by something else. */
    record PaymentMethodChanged(SubscriptionId subscription, UserId owner) implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return byOwner(this, "subscription.payment_method_changed", Map.of(), Map.of());
        }
    }

    /** A charge is settled; what was due is paid. */
    record ChargePaid(SubscriptionId subscription, UserId owner, ChargeId charge, Money due)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return bySystem(this, "charge.paid", Map.of("charge", charge.value().toString(), "due", due.toString()));
        }
    }

    /** A payment was declined. */
    record ChargeFailed(SubscriptionId subscription, UserId owner, ChargeId charge, Money due, int attempt)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return bySystem(
                    this,
                    "charge.failed",
                    Map.of(
                            "charge", charge.value().toString(),
                            "due", due.toString(),
                            "attempt", String.valueOf(attempt)));
        }
    }

    /** It is over: its user has the default plan again. */
    record SubscriptionEnded(SubscriptionId subscription, UserId owner, PlanCode plan, Reason reason)
            implements SubscriptionChanged {
        @Override
        public AuditEntry audited() {
            return bySystem(this, "subscription.ended", Map.of("plan", plan.value(), "reason", reason.name()));
        }
    }

    private static AuditEntry byOwner(
            SubscriptionChanged event, String action, Map<String, String> before, Map<String, String> after) {
        return entry(event.owner().value(), event, action, before, after);
    }

    private static AuditEntry bySystem(SubscriptionChanged event, String action, Map<String, String> after) {
        var values = new HashMap<>(after);
        values.put("owner", event.owner().value().toString());
        return entry(null, event, action, Map.of(), values);
    }

    private static AuditEntry entry(
            @Nullable UUID actor,
            SubscriptionChanged event,
            String action,
            Map<String, String> before,
            Map<String, String> after) {
        return new AuditEntry(
                actor, action, "subscription", event.subscription().value(), before, after);
    }
}
