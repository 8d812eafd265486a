package dev.mainstay.application.plans;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanChanges;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.PlansChanged.PlanRevised;

/** Changes what a plan says and allows, from now on, and costs, from each subscriber's next period on. */
public final class RevisePlan {

    /** The administrator, the version they have seen, and what is to be different. */
    public record Command(UserId by, PlanCode code, Version expected, PlanChanges changes) {}

    private final Writes writes;
    private final Plans plans;

    public RevisePlan(Writes writes, Plans plans) {
        this.writes = writes;
        this.plans = plans;
    }

    public Plan handle(Command command) {
        return writes.run(events -> {
            var before = plans.get(command.code());
            var after = before.revise(command.changes());
            plans.replace(after, command.expected());
            events.raise(new PlanRevised(command.by(), before, after));
            return after;
        });
    }
}
