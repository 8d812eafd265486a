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
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.ledger.TransactionPosted;
import dev.mainstay.domain.identity.UserId;
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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    void of_many_who_spend_from_different_accounts_on_different_days_exactly_one_crosses_each_threshold()
            throws Exception {
        var ann = books.newUser();
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
        for (var month : List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"))) {
            spendAtOnce(writes, ann, food, month);
        }

        assertThat(raised.stream().filter(BudgetCrossed.class::isInstance))
                .containsExactlyInAnyOrder(
                        new BudgetCrossed(ann, budget.id(), LocalDate.parse("2026-03-01"), 80),
                        new BudgetCrossed(ann, budget.id(), LocalDate.parse("2026-03-01"), 100),
                        new BudgetCrossed(ann, budget.id(), LocalDate.parse("2026-04-01"), 80),
                        new BudgetCrossed(ann, budget.id(), LocalDate.parse("2026-04-01"), 100));
    }

    /** Eight eighths of the budget: each is posted before anybody looks, from accounts and on days that nobody shares. */
    private void spendAtOnce(Writes writes, UserId owner, CategoryId category, LocalDate month) throws Exception {
        var posted = new CyclicBarrier(8);
        var spending = new ArrayList<Callable<LocalDate>>();
        for (int i = 0; i < 8; i++) {
            var day = month.plusDays(i);
            var account = books.account(owner, "EUR");
            spending.add(() -> writes.run(events -> {
                books.spend(owner, day.toString(), "12.50 EUR", account, category);
                awaitAll(posted);
                events.raise(new TransactionPosted(
                        owner, new TransactionId(UUID.randomUUID()), day, Set.of(account), Set.of(category)));
                return day;
            }));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(spending)) {
                assertThat(done.get()).isNotNull();
            }
        }
    }

    private static void awaitAll(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
