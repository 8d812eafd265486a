package dev.mainstay.application.finance.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.budgets.Budgets.Crossing;
import dev.mainstay.application.finance.budgets.Budgets.Watching;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.domain.refusal.Stale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of budgets does. */
public abstract class BudgetsContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private final SequentialIds ids = new SequentialIds();

    protected abstract Transactions transactions();

    protected abstract BareBooks books();

    protected abstract Budgets budgets();

    @Test
    void a_budget_comes_back_as_it_was_stored_and_to_its_owner_alone() {
        var ann = books().newUser();
        var food = books().category(ann, CategoryKind.EXPENSE, null);
        var zoo = add(budget(ann, food, "Zoo"));
        var art = add(budget(ann, food, "art"));
        var archived = in(() -> {
            var changed = budgets().lock(zoo.id(), ann).archive(NOW);
            budgets().replace(changed);
            return changed;
        });

        assertThat(budgets().get(art.id(), ann)).isEqualTo(art);
        assertThat(budgets().of(ann)).containsExactly(art, archived);
        assertThatThrownBy(() -> budgets().get(art.id(), books().newUser())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> in(() -> {
                    budgets().replace(zoo.archive(NOW));
                    return zoo;
                }))
                .isInstanceOf(Stale.class);
        in(() -> {
            budgets().remove(art.id());
            return art;
        });
        assertThat(budgets().of(ann)).containsExactly(archived);
    }

    @Test
    void those_that_watch_a_category_watch_what_stands_below_it() {
        var ann = books().newUser();
        var food = books().category(ann, CategoryKind.EXPENSE, null);
        var sweets = books().category(ann, CategoryKind.EXPENSE, food);
        var rent = books().category(ann, CategoryKind.EXPENSE, null);
        var all = add(budget(ann, food, "Food"));
        var some = add(budget(ann, sweets, "Sweets"));
        var other = add(budget(ann, rent, "Rent"));
        add(budget(ann, food, "Given up").archive(NOW));

        assertThat(in(() -> budgets().lockWatching(ann, Set.of(sweets))))
                .containsExactlyInAnyOrder(new Watching(all, Set.of(sweets)), new Watching(some, Set.of(sweets)));
        assertThat(in(() -> budgets().lockWatching(ann, Set.of(food))))
                .containsExactly(new Watching(all, Set.of(food)));
        assertThat(in(() -> budgets().lockWatching(ann, Set.of(food, sweets, rent))))
                .containsExactlyInAnyOrder(
                        new Watching(all, Set.of(food, sweets)),
                        new Watching(some, Set.of(sweets)),
                        new Watching(other, Set.of(rent)));
        assertThat(in(() -> budgets().lockWatching(books().newUser(), Set.of(food))))
                .isEmpty();
    }

    @Test
    void of_many_who_cross_a_threshold_at_once_one_is_the_first() throws Exception {
        var ann = books().newUser();
        var budget = add(budget(ann, books().category(ann, CategoryKind.EXPENSE, null), "Food"));
        Callable<Boolean> crossing = () -> in(() -> budgets().crossed(budget.id(), MARCH, 80, NOW));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int first = 0;
            for (var outcome : threads.invokeAll(Collections.nCopies(6, crossing))) {
                first += outcome.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        }
        assertThat(in(() -> budgets().crossed(budget.id(), MARCH, 100, NOW))).isTrue();
        assertThat(in(() -> budgets().crossed(budget.id(), MARCH.plusMonths(1), 80, NOW)))
                .isTrue();
        assertThat(budgets().crossings(budget.id()))
                .isEqualTo(List.of(
                        new Crossing(MARCH.plusMonths(1), 80, NOW),
                        new Crossing(MARCH, 80, NOW),
                        new Crossing(MARCH, 100, NOW)));
    }

    private Budget budget(UserId owner, CategoryId category, String name) {
        return new Budget(
                new BudgetId(ids.next()),
                owner,
                Version.FIRST,
                new BudgetName(name),
                category,
                BudgetPeriod.MONTH,
                BareBooks.money("300.00 EUR"),
                LocalDate.parse("2026-01-15"),
                true,
                null,
                NOW);
    }

    private Budget add(Budget budget) {
        return in(() -> {
            budgets().add(budget);
            return budget;
        });
    }

    private <T> T in(Supplier<T> work) {
        return transactions().run(work);
    }
}
