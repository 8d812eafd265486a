package dev.mainstay.domain.plans;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import dev.mainstay.domain.identity.UserId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An administrator changed what can be subscribed to. */
public sealed interface PlansChanged extends Audited {

    /** There is a new plan. */
    record PlanCreated(UserId by, Plan plan) implements PlansChanged {
        @Override
        public AuditEntry audited() {
            return entry(by, "plan.created", plan, Map.of(), values(plan));
        }
    }

    /** A plan says, costs or allows something else. */
    record PlanRevised(UserId by, Plan before, Plan after) implements PlansChanged {
        @Override
        public AuditEntry audited() {
            return entry(by, "plan.revised", after, values(before), values(after));
        }
    }

    /** Nobody begins a plan any more. */
    record PlanRetired(UserId by, Plan plan) implements PlansChanged {
        @Override
        public AuditEntry audited() {
            return entry(
                    by,
                    "plan.retired",
                    plan,
                    Map.of(),
                    Map.of("code", plan.code().value()));
        }
    }

    /** A code is no UUID, so the log knows the plan by the code's name-based one (RFC 9562, version 3). */
    private static AuditEntry entry(
            UserId by, String action, Plan plan, Map<String, String> before, Map<String, String> after) {
        var code = plan.code().value();
        var ascii = new byte[code.length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) code.charAt(i);
        }
        return new AuditEntry(by.value(), action, "plan", UUID.nameUUIDFromBytes(ascii), before, after);
    }

    private static Map<String, String> values(Plan plan) {
        return Map.of(
                "code", plan.code().value(),
                "name", plan.name(),
                "price", plan.price().amount().toString(),
                "billing", plan.price().billing().name(),
                "trialDays", Integer.toString(plan.trialDays()),
                "entitlements",
                        plan.allowance().entitlements().stream()
                                .sorted()
                                .toList()
                                .toString(),
                "limits", new TreeMap<>(plan.allowance().limits()).toString());
    }
}
