package dev.mainstay.application.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Billing;
import dev.mainstay.domain.plans.Entitlement;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.plans.Plan;
import dev.mainstay.domain.plans.PlanChanges;
import dev.mainstay.domain.plans.PlanCode;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of plans does. */
public abstract class PlansContract {

    protected abstract Transactions transactions();

    protected abstract Plans plans();

    @Test
    void the_default_plan_is_there_from_the_beginning_free_and_with_everything() {
        var plan = plans().get(PlanCode.DEFAULT);

        assertThat(plan.price().amount().isZero()).isTrue();
        assertThat(plan.allowance().entitlements()).containsExactlyInAnyOrder(Entitlement.values());
        assertThat(plan.allowance().limits()).containsEntry(Limit.FINANCE_ACCOUNTS, 200L);
    }

    @Test
    void plans_come_back_as_stored_the_default_first_and_then_by_price() {
        var dear = SomePlans.plan("dear", 3000, Billing.YEAR, 30);
        var cheap = SomePlans.plan("cheap", 1000, Billing.MONTH, 0);
        add(dear);
        add(cheap);

        assertThat(plans().get(dear.code())).isEqualTo(dear);
        assertThat(plans().all()).extracting(Plan::code).containsExactly(PlanCode.DEFAULT, cheap.code(), dear.code());
        assertThatThrownBy(() -> add(cheap))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("plan_exists"));
        assertThatThrownBy(() -> plans().get(new PlanCode("none"))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_change_is_stored_once_for_each_version() {
        add(SomePlans.plus());
        var changes = new PlanChanges(
                Optional.of("Plus!"),
                Optional.of(""),
                Optional.of(new Money(1200, Currency.getInstance("EUR"))),
                Optional.of(7),
                Optional.of(Set.of()),
                Optional.of(Map.of()));
        var revised = SomePlans.plus().revise(changes);
        replace(revised, Version.FIRST);
        assertThat(plans().get(revised.code())).isEqualTo(revised);

        assertThatThrownBy(() -> replace(revised, Version.FIRST)).isInstanceOf(Stale.class);
        var retired = revised.retire();
        replace(retired, revised.version());
        assertThat(plans().get(revised.code())).isEqualTo(retired);
    }

    @Test
    void outside_a_transaction_nothing_is_written() {
        assertThatThrownBy(() -> plans().add(SomePlans.pro())).isInstanceOf(IllegalStateException.class);
    }

    private void add(Plan plan) {
        transactions().run(() -> {
            plans().add(plan);
            return true;
        });
    }

    private void replace(Plan plan, Version expected) {
        transactions().run(() -> {
            plans().replace(plan, expected);
            return true;
        });
    }
}
