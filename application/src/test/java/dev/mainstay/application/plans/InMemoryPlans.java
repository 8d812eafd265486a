package dev.mainstay.application.plans;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Allowance;
import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Price;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans without a database. */
public final class InMemoryPlans implements Plans {

    private final InMemoryTable<PlanCode, Plan> rows;

    public InMemoryPlans(InMemoryTransactions transactions) {
        this.rows = new InMemoryTable<>(transactions);
        transactions.run(() -> {
            rows.put(
                    PlanCode.DEFAULT,
                    new Plan(
                            PlanCode.DEFAULT,
                            Version.FIRST,
                            "Free",
                            "",
                            new Price(Money.zero(Currency.getInstance("EUR")), Billing.MONTH),
                            0,
                            new Allowance(
                                    Set.of(Entitlement.values()),
                                    Map.of(Limit.FINANCE_ACCOUNTS, 200L, Limit.FINANCE_BUDGETS, 200L)),
                            false));
            return true;
        });
    }

    @Override
    public List<Plan> all() {
        return rows.stream()
                .sorted(Comparator.comparing((Plan plan) -> !plan.isDefault())
                        .thenComparing(plan -> plan.price().amount().currency().getCurrencyCode())
                        .thenComparing(plan -> plan.price().amount().minorUnits())
                        .thenComparing(plan -> plan.code().value()))
                .toList();
    }

    @Override
    public Plan get(PlanCode code) {
        return rows.find(code).orElseThrow(() -> new NotFound("plan_not_found", "There is no such plan."));
    }

    @Override
    public void add(Plan plan) {
        if (rows.find(plan.code()).isPresent()) {
            throw new Conflict("plan_exists", "There is a plan with this code.");
        }
        rows.put(plan.code(), plan);
    }

    @Override
    public void replace(Plan changed, Version expected) {
        if (!get(changed.code()).version().equals(expected)) {
            throw new Stale("stale", "The plan was changed in the meantime; read it again.");
        }
        rows.put(changed.code(), changed);
    }
}
