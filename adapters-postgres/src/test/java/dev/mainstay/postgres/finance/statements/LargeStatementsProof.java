package dev.mainstay.postgres.finance.statements;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoFences;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.finance.budgets.Crossings;
import dev.mainstay.application.finance.budgets.WatchBudgets;
import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.statements.CommitStatement;
import dev.mainstay.application.finance.statements.CommittedStatement;
import dev.mainstay.application.finance.statements.CommittedStatement.Outcome;
import dev.mainstay.application.finance.statements.KeepStatements;
import dev.mainstay.application.finance.statements.ShowStatements;
import dev.mainstay.application.plans.GenerousEntitlements;
import dev.mainstay.application.time.TestClock;
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
import dev.mainstay.domain.finance.statements.StatementId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.finance.budgets.PostgresBudgets;
import dev.mainstay.postgres.finance.budgets.PostgresSpendingReader;
import dev.mainstay.postgres.finance.ledger.PostgresBooks;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A statement of 20,000 rows is booked in one transaction of seconds, and the budgets hear of it once. */
class LargeStatementsProof extends BooksFixture {

    private static final int ROWS = 20_000;
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int DAYS = 420;

    private final Database database = new Database(TestPostgres.freshDatabase());
    private final Books books = PostgresBooks.on(database);
    private final TestClock clock = new TestClock(NOON);
    private final PostgresBudgets budgets = new PostgresBudgets(database);
    private final List<DomainEvent> raised = new ArrayList<>();
    private final Writes writes = new Writes(
            database,
            new ViewCatalogue(List.of()),
            new NoFences(),
            List.of(new WatchBudgets(
                    budgets,
                    new Crossings(budgets, new PostgresSpendingReader(database), clock),
                    user -> ZoneOffset.UTC,
                    clock)),
            List.of(raised::addAll));
    private final PostgresStatements statements = new PostgresStatements(database);
    private final ShowStatements show = new ShowStatements(statements, books.accounts(), books.categories());
    private final KeepStatements keep = new KeepStatements(
            writes, statements, books.accounts(), show, new GenerousEntitlements(), BooksFixture::newId, clock);
    private final CommitStatement commit = new CommitStatement(
            writes,
            statements,
            books.accounts(),
            books.categories(),
            show,
            books.recording(writes, user -> ZoneOffset.UTC, BooksFixture::newId, clock),
            new KeepCategories(writes, books.categories(), BooksFixture::newId, clock),
            clock);

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Test
    void twenty_thousand_rows_are_booked_at_once() {
        booked(500, "warm up");
        booked(ROWS, "large");
        assertThat(PostgresBooks.disagreements(database)).isEmpty();
    }

    private void booked(int rows, String name) {
        var owner = newUser();
        var bank = account(owner, "Bank");
        var food = category(owner, "Food", CategoryKind.EXPENSE);
        var all = budget(owner, food.id(), BudgetPeriod.MONTH, rows);
        var statement = timed(
                name + ": uploaded",
                rows,
                () -> keep.upload(owner, bank.id(), name, file(rows))
                        .statement()
                        .id());
        raised.clear();

        var committed = timed(name + ": booked", rows, () -> commit(owner, statement, food.id(), rows));

        assertThat(committed.count(Outcome.BOOKED)).isEqualTo(rows);
        assertThat(balance(bank)).isEqualTo(-rows + " and 0 pending");
        assertThat(raised.stream().filter(BudgetCrossed.class::isInstance)).hasSize(2 * months());
        assertThat(budgets.crossings(all.id())).hasSize(2 * months());
    }

    private CommittedStatement commit(UserId owner, StatementId statement, CategoryId category, int rows) {
        var categories = IntStream.rangeClosed(1, rows).boxed().collect(Collectors.toMap(row -> row, row -> category));
        return commit.handle(new CommitStatement.Command(owner, statement, null, Optional.empty(), categories));
    }

    private static int months() {
        return (int) IntStream.range(0, DAYS)
                .mapToObj(day -> FIRST.plusDays(day).withDayOfMonth(1))
                .distinct()
                .count();
    }

    @FunctionalInterface
    private interface Work<T> {
        T get();
    }

    private static <T> T timed(String what, int rows, Work<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf(
                "%s %,d rows in %,d ms%n",
                what, rows, Duration.ofNanos(System.nanoTime() - start).toMillis());
        return result;
    }

    /** A cent each, over all days alike. */
    private static byte[] file(int rows) {
        var file = new StringBuilder("Datum;Name;Verwendungszweck;Betrag\n");
        for (int row = 0; row < rows; row++) {
            var day = FIRST.plusDays(row % DAYS);
            file.append("%02d.%02d.%d;Shop %d;Number %d;-0,01%n"
                    .formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear(), row % 300, row));
        }
        return file.toString().getBytes(UTF_8);
    }

    /** Every month spends more than it. */
    private Budget budget(UserId owner, CategoryId category, BudgetPeriod period, int rows) {
        var budget = new Budget(
                new BudgetId(newId()),
                owner,
                Version.FIRST,
                new BudgetName("All"),
                category,
                period,
                eur(rows / DAYS * 20L),
                FIRST,
                false,
                null,
                NOON);
        return write(() -> {
            budgets.add(budget);
            return budget;
        });
    }
}
