package dev.mainstay.domain.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.text.PlainText;

/**
 * Something that users subscribe to (U11). What it allows counts at once for everybody who has it; what it costs, from each one's next
 * period on. Its currency and its billing stay what they were, for running periods are reckoned by them.
 *
 * @param trialDays how long a user who has not had it before may try it for nothing, 0 to {@value #MOST_TRIAL_DAYS}
 * @param retired nobody may begin it any more; who has it keeps it
 */
public record Plan(
        PlanCode code,
        Version version,
        String name,
        String description,
        Price price,
        int trialDays,
        Allowance allowance,
        boolean retired) {

    public static final int MAX_NAME = 100;
    public static final int MAX_DESCRIPTION = 1000;
    public static final int MOST_TRIAL_DAYS = 365;

    /**
     * Checks the texts and the trial.
     *
     * @throws Invalid naming the field at fault
     */
    public Plan {
        PlainText.requireLine("name", name, MAX_NAME);
        PlainText.requireText("description", description, MAX_DESCRIPTION);
        if (trialDays < 0 || trialDays > MOST_TRIAL_DAYS) {
            throw new Invalid("trialDays", "out_of_range", "must be 0 to " + MOST_TRIAL_DAYS + ", was " + trialDays);
        }
        if (code.equals(PlanCode.DEFAULT) && (!price.amount().isZero() || trialDays > 0)) {
            throw new Invalid("price.amount", "default_plan", "must be 0 and without a trial for the default plan");
        }
    }

    public boolean isDefault() {
        return code.equals(PlanCode.DEFAULT);
    }

    public Plan revise(PlanChanges changes) {
        return new Plan(
                code,
                version.next(),
                changes.name().orElse(name),
                changes.description().orElse(description),
                changes.amount().map(price::at).orElse(price),
                changes.trialDays().orElse(trialDays),
                new Allowance(
                        changes.entitlements().orElse(allowance.entitlements()),
                        changes.limits().orElse(allowance.limits())),
                retired);
    }

    public Plan retire() {
        if (isDefault()) {
            throw new Conflict(
                    "default_plan", "The default plan is everybody's who has no other; it cannot be retired.");
        }
        if (retired) {
            throw new Conflict("plan_retired", "The plan is retired already.");
        }
        return new Plan(code, version.next(), name, description, price, trialDays, allowance, true);
    }

    /**
     * Makes sure that a subscription may be had, begun or changed to it.
     *
     * @throws Conflict {@code default_plan} or {@code plan_retired}
     */
    public void requireOnOffer() {
        if (isDefault()) {
            throw new Conflict("default_plan", "The default plan needs no subscription; cancel yours to have it.");
        }
        if (retired) {
            throw new Conflict("plan_retired", "The plan is retired; see /api/v1/plans for those that are not.");
        }
    }
}
