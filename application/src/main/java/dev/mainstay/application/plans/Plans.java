package dev.mainstay.application.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import java.util.List;

/** What can be subscribed to, and could be once (U11). */
public interface Plans {

    /** All of them, retired ones too: the default plan first, then by currency, price and code. */
    List<Plan> all();

    /**
     * One of them, retired or not.
     *
     * @throws dev.mainstay.domain.refusal.NotFound if there is none with this code
     */
    Plan get(PlanCode code);

    /**
     * Adds a plan.
     *
     * @throws dev.mainstay.domain.refusal.Conflict {@code plan_exists} if there is one with its code
     */
    void add(Plan plan);

    /**
     * Stores a changed plan.
     *
     * @throws dev.mainstay.domain.refusal.Stale if it is not at the expected version any more
     */
    void replace(Plan changed, Version expected);
}
