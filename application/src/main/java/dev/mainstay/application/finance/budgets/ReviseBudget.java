package dev.mainstay.application.finance.budgets;

import dev.mainstay.application.identity.UserZones;
import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetChanged.BudgetArranged;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes, archives, restores and removes budgets. A lower limit may cross a threshold at once; one that was crossed is not told again. */
public final class ReviseBudget {

    private final Writes writes;
    private final Budgets budgets;
    private final Crossings crossings;
    private final UserZones zones;
    private final InstantSource clock;

    public ReviseBudget(Writes writes, Budgets budgets, Crossings crossings, UserZones zones, InstantSource clock) {
        this.writes = writes;
        this.budgets = budgets;
        this.crossings = crossings;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * What to change; null for what stays. Category, period, currency and first day stay for ever.
     *
     * @param expected the version that the caller has seen
     */
    public record Command(
            UserId owner,
            BudgetId budget,
            Version expected,
            @Nullable BudgetName name,
            @Nullable Money limit,
            @Nullable Boolean rollsOver) {}

    public Budget handle(Command command) {
        return change(
                command.owner(),
                command.budget(),
                command.expected(),
                budget -> budget.revise(
                        command.name() == null ? budget.name() : command.name(),
                        command.limit() == null ? budget.limit() : command.limit(),
                        command.rollsOver() == null ? budget.rollsOver() : command.rollsOver()));
    }

    public Budget archive(UserId owner, BudgetId id, Version expected) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return change(owner, id, expected, budget -> budget.archive(now));
    }

    public Budget restore(UserId owner, BudgetId id, Version expected) {
        return change(owner, id, expected, Budget::restore);
    }

    /** Forgets a budget; the transactions that it counted stay as they are. */
    public void remove(UserId owner, BudgetId id, Version expected) {
        writes.perform(events -> {
            budgets.lock(id, owner).expect(expected);
            budgets.remove(id);
            events.raise(new BudgetArranged(owner, id));
        });
    }

    private Budget change(UserId owner, BudgetId id, Version expected, UnaryOperator<Budget> change) {
        return writes.run(events -> {
            var budget = budgets.lock(id, owner).expect(expected);
            var changed = change.apply(budget);
            if (!changed.equals(budget)) {
                budgets.replace(changed);
                events.raise(new BudgetArranged(owner, id));
                look(changed, events);
            }
            return changed;
        });
    }

    private void look(Budget changed, Events events) {
        if (!changed.archived()) {
            crossings.tell(changed, Set.of(LocalDate.ofInstant(clock.instant(), zones.of(changed.owner()))), events);
        }
    }
}
