package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlansChanged.PlanCreated;
import dev.mainstay.domain.refusal.Conflict;

/** Puts a new plan on offer. */
public final class CreatePlan {

    /** Retired ones included, for their subscribers keep them. */
    public static final int MOST_PLANS = 200;

    private final Writes writes;
    private final Plans plans;

    public CreatePlan(Writes writes, Plans plans) {
        this.writes = writes;
        this.plans = plans;
    }

    public Plan handle(UserId by, Plan plan) {
        return writes.run(events -> {
            if (plans.all().size() >= MOST_PLANS) {
                throw new Conflict("too_many_plans", "There may be " + MOST_PLANS + " plans; revise one.");
            }
            plans.add(plan);
            events.raise(new PlanCreated(by, plan));
            return plan;
        });
    }
}
