package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.PlansChanged.PlanRetired;

/** Takes a plan off offer; who has it keeps it. */
public final class RetirePlan {

    private final Writes writes;
    private final Plans plans;

    public RetirePlan(Writes writes, Plans plans) {
        this.writes = writes;
        this.plans = plans;
    }

    public Plan handle(UserId by, PlanCode code, Version expected) {
        return writes.run(events -> {
            var retired = plans.get(code).retire();
            plans.replace(retired, expected);
            events.raise(new PlanRetired(by, retired));
            return retired;
        });
    }
}
