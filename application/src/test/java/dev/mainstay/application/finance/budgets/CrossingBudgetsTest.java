package dev.mainstay.application.finance.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.books.InMemoryBareBooks;
import dev.mainstay.application.time.SequentialIds;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetCrossed;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.CategoryChanged;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionPosted;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CrossingBudgetsTest {

    private final TestClock clock = TestClock.at("2026-03-20T12:00:00Z");
    private final SequentialIds ids = new SequentialIds();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryBareBooks books = new InMemoryBareBooks(transactions);
    private final InMemoryBudgets budgets = new InMemoryBudgets(transactions, books);
    private final InMemorySpendingReader reader = new InMemorySpendingReader(books);
    private int looks;
    private final Crossings crossings = new Crossings(
            budgets,
            (owner, windows) -> {
                looks++;
                return reader.spent(owner, windows);
            },
            clock);
    private final List<DomainEvent> raised = new ArrayList<>();
    private final Writes writes = new Writes(
            transactions,
            new ViewCatalogue(List.of()),
            new NoFences(),
            List.of(new WatchBudgets(budgets, crossings, user -> ZoneId.of("Europe/Berlin"), clock)),
            List.of(raised::addAll));
    private final ReviseBudget revise =
            new ReviseBudget(writes, budgets, crossings, user -> ZoneId.of("Europe/Berlin"), clock);
    private final ShowBudgets show = new ShowBudgets(budgets, reader, user -> ZoneId.of("Europe/Berlin"), clock);

    private final UserId ann = books.newUser();
    private final CategoryId food = books.category(ann, CategoryKind.EXPENSE, null);
    private final CategoryId sweets = books.category(ann, CategoryKind.EXPENSE, food);

    @Test
    void each_threshold_is_told_once_though_spending_falls_and_rises_again() {
        var budget = budget(false);
        spend("2026-03-01", "79.99 EUR", food);
        assertThat(told()).isEmpty();
        spend("2026-03-02", "0.01 EUR", sweets);
        assertThat(told()).containsExactly(crossed(budget, "2026-03-01", 80));

        spend("2026-03-03", "-50.00 EUR", food);
        spend("2026-03-04", "60.00 EUR", food);
        assertThat(told()).isEmpty();
        spend("2026-03-05", "10.00 EUR", food);
        assertThat(told()).containsExactly(crossed(budget, "2026-03-01", 100));
        spend("2026-03-31", "500.00 EUR", food);
        assertThat(told()).isEmpty();
    }

    @Test
    void one_purchase_may_cross_both_and_a_day_of_the_past_counts_for_its_own_period() {
        var budget = budget(false);
        spend("2026-02-28", "100.00 EUR", food);

        assertThat(told()).containsExactly(crossed(budget, "2026-02-01", 80), crossed(budget, "2026-02-01", 100));
        assertThat(show.one(ann, budget.id(), null).spent()).isEqualTo(BareBooks.money("0.00 EUR"));
        spend("2025-12-31", "100.00 EUR", food);
        assertThat(told()).as("before its first day").isEmpty();
    }

    @Test
    void other_currencies_never_count_and_are_shown_beside() {
        var budget = budget(false);
        spend("2026-03-01", "1000.00 USD", food);
        spend("2026-03-01", "10.00 EUR", food);

        assertThat(told()).isEmpty();
        var standing = show.one(ann, budget.id(), null);
        assertThat(standing.left()).isEqualTo(BareBooks.money("90.00 EUR"));
        assertThat(standing.percent()).contains(10L);
        assertThat(standing.uncounted()).containsExactly(BareBooks.money("1000.00 USD"));
    }

    @Test
    void what_was_left_or_overspent_rolls_over() {
        var budget = budget(true);
        spend("2026-01-10", "40.00 EUR", food);
        spend("2026-02-10", "190.00 EUR", food);
        raised.clear();

        // January leaves 60, February has 160 and overspends by 30.
        assertThat(show.periods(ann, budget.id(), null, 12).stream()
                        .map(standing -> standing.rolledOver() + " → " + standing.left()))
                .containsExactly("-30.00 EUR → 70.00 EUR", "60.00 EUR → -30.00 EUR", "0.00 EUR → 60.00 EUR");
        spend("2026-03-10", "50.00 EUR", food);
        assertThat(told()).isEmpty();
        spend("2026-01-31", "10.00 EUR", food);
        assertThat(told()).as("50 of the 60 that are left of March").containsExactly(crossed(budget, "2026-03-01", 80));
    }

    @Test
    void where_overspending_leaves_nothing_any_purchase_is_too_much() {
        var budget = budget(true);
        spend("2026-01-10", "400.00 EUR", food);
        raised.clear();
        assertThat(show.one(ann, budget.id(), null).available()).isEqualTo(BareBooks.money("-100.00 EUR"));
        assertThat(show.one(ann, budget.id(), null).percent()).isEmpty();
        spend("2026-03-10", "0.01 EUR", food);

        assertThat(told()).containsExactly(crossed(budget, "2026-03-01", 80), crossed(budget, "2026-03-01", 100));
    }

    @Test
    void a_lower_limit_crosses_at_once_and_an_archived_budget_not_at_all() {
        var budget = budget(false);
        spend("2026-03-01", "50.00 EUR", food);
        var lowered = revise.handle(
                new ReviseBudget.Command(ann, budget.id(), budget.version(), null, BareBooks.money("60.00 EUR"), null));
        assertThat(told()).containsExactly(crossed(budget, "2026-03-01", 80));

        revise.archive(ann, budget.id(), lowered.version());
        spend("2026-03-02", "50.00 EUR", food);
        assertThat(told()).isEmpty();
    }

    @Test
    void what_is_posted_at_once_is_looked_at_once_and_told_for_each_of_its_periods() {
        var rent = books.category(ann, CategoryKind.EXPENSE, null);
        var budget = budget(false);
        spend("2026-01-10", "85.00 EUR", rent);
        spend("2026-02-20", "70.00 EUR", food);
        looks = 0;
        writes.perform(events -> events.raiseAll(List.of(
                spent("2026-03-31", "90.00 EUR", food),
                spent("2026-02-02", "40.00 EUR", sweets),
                spent("2026-01-20", "100.00 EUR", rent),
                spent("2026-03-01", "5.00 EUR", sweets),
                spent("2025-12-31", "500.00 EUR", food))));

        assertThat(told())
                .containsExactly(
                        crossed(budget, "2026-02-01", 80),
                        crossed(budget, "2026-02-01", 100),
                        crossed(budget, "2026-03-01", 80));
        assertThat(looks).isEqualTo(1);
    }

    @Test
    void a_batch_tells_of_no_period_that_only_other_budgets_spend_in() {
        var rent = books.category(ann, CategoryKind.EXPENSE, null);
        var budget = budget(false);
        books.spend(ann, "2026-01-10", "100.00 EUR", books.account(ann, "EUR"), food);
        writes.perform(events -> events.raiseAll(
                List.of(spent("2026-01-20", "1.00 EUR", rent), spent("2026-03-01", "80.00 EUR", sweets))));

        assertThat(told()).containsExactly(crossed(budget, "2026-03-01", 80));
    }

    @Test
    void a_category_that_moves_takes_what_was_spent_along() {
        var budget = budget(false);
        var gifts = books.category(ann, CategoryKind.EXPENSE, null);
        spend("2026-02-28", "100.00 EUR", gifts);
        spend("2026-03-02", "85.00 EUR", gifts);
        assertThat(told()).isEmpty();

        writes.perform(events -> {
            books.move(gifts, food);
            events.raise(new CategoryChanged(ann, gifts));
        });
        assertThat(told()).containsExactly(crossed(budget, "2026-03-01", 80));
    }

    @Test
    void nothing_is_told_when_the_purchase_is_rolled_back() {
        var budget = budget(false);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> writes.perform(events -> {
                    books.spend(ann, "2026-03-01", "100.00 EUR", books.account(ann, "EUR"), food);
                    events.raise(posted("2026-03-01", food));
                    throw new IllegalStateException("later");
                })))
                .hasMessage("later");
        assertThat(budgets.crossings(budget.id())).isEmpty();
        spend("2026-03-01", "100.00 EUR", food);
        assertThat(told()).hasSize(2);
    }

    private Budget budget(boolean rollsOver) {
        var budget = new Budget(
                new BudgetId(ids.next()),
                ann,
                Version.FIRST,
                new BudgetName("Food"),
                food,
                BudgetPeriod.MONTH,
                BareBooks.money("100.00 EUR"),
                LocalDate.parse("2026-01-01"),
                rollsOver,
                null,
                Instant.parse("2026-01-01T12:00:00Z"));
        return transactions.run(() -> {
            budgets.add(budget);
            return budget;
        });
    }

    private void spend(String day, String amount, CategoryId category) {
        writes.perform(events -> events.raise(spent(day, amount, category)));
    }

    private TransactionPosted spent(String day, String amount, CategoryId category) {
        books.spend(
                ann,
                day,
                amount,
                books.account(ann, BareBooks.money(amount).currency().getCurrencyCode()),
                category);
        return posted(day, category);
    }

    private TransactionPosted posted(String day, CategoryId category) {
        return new TransactionPosted(
                ann, new TransactionId(ids.next()), LocalDate.parse(day), Set.of(), Set.of(category));
    }

    private static BudgetCrossed crossed(Budget budget, String period, int threshold) {
        return new BudgetCrossed(budget.owner(), budget.id(), LocalDate.parse(period), threshold);
    }

    /** What was told since this was asked last. */
    private List<DomainEvent> told() {
        var told = raised.stream().filter(BudgetCrossed.class::isInstance).toList();
        raised.clear();
        return told;
    }
}
