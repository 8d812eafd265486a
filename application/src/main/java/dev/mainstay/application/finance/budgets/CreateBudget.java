package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.plans.Entitlements;
import dev.mainstay.application.time.Ids;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetChanged.BudgetArranged;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.plans.Limit;
import dev.mainstay.domain.refusal.Invalid;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins a budget. What was spent since its first day counts, and may cross a threshold at once. */
public final class CreateBudget {

    private final Writes writes;
    private final Budgets budgets;
    private final Categories categories;
    private final Crossings crossings;
    private final Entitlements entitlements;
    private final UserZones zones;
    private final Ids ids;
    private final InstantSource clock;

    public CreateBudget(
            Writes writes,
            Budgets budgets,
            Categories categories,
            Crossings crossings,
            Entitlements entitlements,
            UserZones zones,
            Ids ids,
            InstantSource clock) {
        this.writes = writes;
        this.budgets = budgets;
        this.categories = categories;
        this.crossings = crossings;
        this.entitlements = entitlements;
        this.zones = zones;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What to begin.
     *
     * @param from null for the beginning of the present period
     */
    public record Command(
            UserId owner,
            BudgetName name,
            CategoryId category,
            BudgetPeriod period,
            Money limit,
            @Nullable LocalDate from,
            boolean rollsOver) {}

    public Budget handle(Command command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var today = LocalDate.ofInstant(now, zones.of(command.owner()));
        return writes.run(events -> {
            var category = categories.get(command.category(), command.owner());
            if (category.kind() != CategoryKind.EXPENSE) {
                throw new Invalid("category", "not_an_expense", "must be a category of expenses");
            }
            entitlements.requireRoom(
                    command.owner(),
                    Limit.FINANCE_BUDGETS,
                    () -> budgets.of(command.owner()).size());
            var budget = new Budget(
                    new BudgetId(ids.next()),
                    command.owner(),
                    Version.FIRST,
                    command.name(),
                    command.category(),
                    command.period(),
                    command.limit(),
                    command.from() == null ? command.period().startOf(today) : command.from(),
                    command.rollsOver(),
                    null,
                    now);
            budgets.add(budget);
            events.raise(new BudgetArranged(budget.owner(), budget.id()));
            crossings.tell(budget, Set.of(today), events);
            return budget;
        });
    }
}
