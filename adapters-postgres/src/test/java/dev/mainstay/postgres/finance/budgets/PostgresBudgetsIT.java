package dev.mainstay.postgres.finance.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.books.BareBooks;
import dev.mainstay.application.finance.budgets.Budgets;
import dev.mainstay.application.finance.budgets.BudgetsContract;
import dev.mainstay.application.finance.budgets.Crossings;
import dev.mainstay.application.finance.budgets.WatchBudgets;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.Transactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.finance.budgets.Budget;
import dev.mainstay.domain.finance.budgets.BudgetCrossed;
import dev.mainstay.domain.finance.budgets.BudgetId;
import dev.mainstay.domain.finance.budgets.BudgetName;
import dev.mainstay.domain.finance.budgets.BudgetPeriod;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionPosted;
import dev.mainstay.postgres.finance.books.PostgresBareBooks;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PostgresBudgetsIT extends BudgetsContract {

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final PostgresBareBooks books = new PostgresBareBooks(database);
    private final PostgresBudgets budgets = new PostgresBudgets(database);

    @Override
    protected Transactions transactions() {
        return database;
    }

    @Override
    protected BareBooks books() {
        return books;
    }

    @Override
    protected Budgets budgets() {
        return budgets;
    }

    /** Each sees only what is committed and its own; were they not to take turns, none would see the threshold reached. */
    @Test
    void of_many_who_spend_on_different_days_at_once_exactly_one_crosses_each_threshold() throws Exception {
        var ann = books.newUser();
        var euros = books.account(ann, "EUR");
        var food = books.category(ann, CategoryKind.EXPENSE, null);
        var budget = new Budget(
                new BudgetId(UUID.randomUUID()),
                ann,
                Version.FIRST,
                new BudgetName("Food"),
                food,
                BudgetPeriod.MONTH,
                BareBooks.money("100.00 EUR"),
                LocalDate.parse("2026-03-01"),
                false,
                null,
                TestClock.at("2026-03-01T00:00:00Z").instant());
        database.run(() -> {
            budgets.add(budget);
            return budget;
        });
        Queue<DomainEvent> raised = new ConcurrentLinkedQueue<>();
        var clock = TestClock.at("2026-03-20T12:00:00Z");
        var crossings = new Crossings(budgets, new PostgresSpendingReader(database), clock);
        var writes = new Writes(
                database,
                new ViewCatalogue(List.of()),
                new NoFences(),
                List.of(new WatchBudgets(budgets, crossings, user -> ZoneOffset.UTC, clock)),
                List.of(raised::addAll));
        var spending = new ArrayList<Callable<Integer>>();
        for (int day = 1; day <= 10; day++) {
            var on = LocalDate.of(2026, 3, day);
            spending.add(() -> {
                writes.perform(events -> {
                    books.spend(ann, on.toString(), "10.00 EUR", euros, food);
                    events.raise(new TransactionPosted(
                            ann, new TransactionId(UUID.randomUUID()), on, Set.of(euros), Set.of(food)));
                });
                return on.getDayOfMonth();
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(spending)) {
                assertThat(done.get()).isPositive();
            }
        }

        assertThat(raised.stream().filter(BudgetCrossed.class::isInstance))
                .containsExactly(
                        new BudgetCrossed(ann, budget.id(), LocalDate.parse("2026-03-01"), 80),
                        new BudgetCrossed(ann, budget.id(), LocalDate.parse("2026-03-01"), 100));
    }
}
