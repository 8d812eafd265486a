package dev.mainstay.application.plans;

import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Allowance;
import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.plans.Price;
import java.util.Currency;
import java.util.Map;
import java.util.Set;

/** Plans to try things with. */
public final class SomePlans {

    private static final Currency EUR = Currency.getInstance("EUR");

    private SomePlans() {}

    /** 10.00 EUR a month, without a trial; three accounts. */
    public static Plan plus() {
        return plan("plus", 1000, Billing.MONTH, 0);
    }

    /** 30.00 EUR a month, without a trial. */
    public static Plan pro() {
        return plan("pro", 3000, Billing.MONTH, 0);
    }

    /** 100.00 EUR a year, without a trial. */
    public static Plan yearly() {
        return plan("yearly", 10_000, Billing.YEAR, 0);
    }

    /** 20.00 EUR a month, after 14 days for nothing. */
    public static Plan tried() {
        return plan("tried", 2000, Billing.MONTH, 14);
    }

    public static Plan plan(String code, long minorUnits, Billing billing, int trialDays) {
        return new Plan(
                new PlanCode(code),
                Version.FIRST,
                code,
                "What " + code + " is",
                new Price(new Money(minorUnits, EUR), billing),
                trialDays,
                new Allowance(Set.of(Entitlement.STATEMENT_IMPORT), Map.of(Limit.FINANCE_ACCOUNTS, 3L)),
                false);
    }
}
