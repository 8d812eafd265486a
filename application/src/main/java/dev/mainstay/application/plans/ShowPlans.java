package dev.mainstay.application.plans;

import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import java.util.List;

/** Shows what can be subscribed to. */
public final class ShowPlans {

    private final Plans plans;

    public ShowPlans(Plans plans) {
        this.plans = plans;
    }

    /** The default plan and those on offer; if so asked, those retired too. */
    public List<Plan> list(boolean retired) {
        return plans.all().stream().filter(plan -> retired || !plan.retired()).toList();
    }

    public Plan one(PlanCode code) {
        return plans.get(code);
    }
}
