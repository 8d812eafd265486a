package dev.mainstay.postgres.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.NoViewCache;
import dev.mainstay.application.finance.budgets.SpendingReader.Window;
import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.application.finance.summaries.Grouping;
import dev.mainstay.application.finance.summaries.ShowSummaries;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.domain.finance.budgets.DayRange;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.finance.budgets.PostgresSpendingReader;
import dev.mainstay.postgres.finance.summaries.PostgresNetWorthReader;
import dev.mainstay.postgres.finance.summaries.PostgresSummaryReader;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.Plans;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** An account of 100,000 transactions is read at no more than twice the cost of one of 1,000. */
class BooksOfAnySizeProof extends BooksFixture {

    private static final DataSource POOL = TestPostgres.freshDatabase();
    private static final int ROUNDS = 400;
    private static final Instant BEGIN = Instant.parse("2023-01-01T00:00:00Z");

    private final Database database = new Database(POOL);
    private final Books books = PostgresBooks.on(database);

    @Override
    protected Books books() {
        return books;
    }

    @Override
    protected UserId newUser() {
        return Owners.newUser(database);
    }

    @Test
    void pages_and_balances_cost_the_same_in_large_books() {
        var small = filled(1_000);
        var large = filled(100_000);
        for (int others = 0; others < 20; others++) {
            filled(1_000);
        }
        crowd();
        database.run(() -> database.write(handle -> handle.execute("ANALYZE")));

        compare("register page", small, large, account -> books.reader().register(account, new PageRequest(50, null)));
        compare("register page in the middle", small, large, account -> {
            var first = books.reader().register(account, new PageRequest(50, null));
            books.reader().register(account, new PageRequest(50, first.next()));
        });
        compare(
                "balance at an instant",
                small,
                large,
                account -> books.reader()
                        .balanceAt(account, BEGIN.plus(Duration.ofDays(500)).plusSeconds(40_000)));
        plans("register page", () -> books.reader().register(large, new PageRequest(50, null)));
        plans("balance at an instant", () -> books.reader().balanceAt(large, BEGIN.plus(Duration.ofDays(500))));
        plansOfSums(large.owner());
        assertThat(PostgresBooks.disagreements(database)).isEmpty();
    }

    @FunctionalInterface
    private interface Reading {
        void of(LedgerAccount account);
    }

    /** In turns, so that what else the machine does falls on both. */
    private static void compare(String what, LedgerAccount small, LedgerAccount large, Reading reading) {
        var ofSmall = new long[ROUNDS];
        var ofLarge = new long[ROUNDS];
        IntConsumer round = i -> {
            ofSmall[i] = nanos(reading, small);
            ofLarge[i] = nanos(reading, large);
        };
        for (int i = 0; i < ROUNDS; i++) {
            round.accept(i);
        }
        for (int i = 0; i < ROUNDS; i++) {
            round.accept(i);
        }
        long few = median(ofSmall);
        long many = median(ofLarge);
        System.out.printf("%s: %d us of 1,000, %d us of 100,000 transactions%n", what, few / 1_000, many / 1_000);
        assertThat(many).as(what).isLessThanOrEqualTo(2 * few);
    }

    private static long nanos(Reading reading, LedgerAccount account) {
        long start = System.nanoTime();
        reading.of(account);
        return System.nanoTime() - start;
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** What a summary on a miss, net worth and the widgets of home ask. */
    private void plansOfSums(UserId owner) {
        var clock = new TestClock(BEGIN.plus(Duration.ofDays(1_000)));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var sums = new PostgresSummaryReader(database);
        var worth = new PostgresNetWorthReader(database);
        var food = books.categories().all(owner).getFirst().id();
        var year = new DayRange(today.withDayOfYear(1), today);
        var summary = new ShowSummaries(new NoViewCache(clock), database, sums, user -> ZoneOffset.UTC, clock);

        plans("summary on a miss", () -> summary.of(owner));
        plans("a year by day", () -> summary.between(owner, today.minusYears(1), today, Grouping.DAY));
        plans("what all accounts hold", () -> worth.now(owner));
        plans("net worth of a year", () -> worth.changes(owner, today.minusYears(1), today));
        plans(
                "a budget of a year",
                () -> new PostgresSpendingReader(database).spent(owner, List.of(new Window(food, year))));
    }

    /** Nothing is looked for in all there is. */
    private void plans(String what, Runnable reading) {
        for (String plan : Plans.of(database, reading)) {
            System.out.printf("%s:%n%s%n%n", what, plan);
            assertThat(plan).as(what).doesNotContain("Seq Scan");
        }
    }

    /** Users with accounts and categories, as many as make a table of them worth an index. */
    private void crowd() {
        database.run(() -> {
            database.execute(handle -> {
                handle.execute("CREATE TEMPORARY TABLE crowd ON COMMIT DROP AS"
                        + " SELECT gen_random_uuid() AS id FROM generate_series(1, 2000)");
                handle.execute("INSERT INTO identity.account (id, email, registered_at)"
                        + " SELECT id, id || '@example.org', now() FROM crowd");
                handle.execute(
                        "INSERT INTO finance.account (id, owner, version, kind, name, name_key, currency, created_at)"
                                + " SELECT gen_random_uuid(), id, 1, 'BANK', 'Bank', 'bank', 'EUR', now() FROM crowd");
                handle.execute("INSERT INTO finance.category (id, owner, version, kind, name, name_key)"
                        + " SELECT gen_random_uuid(), id, 1, 'EXPENSE', 'Food', 'food' FROM crowd");
            });
            return true;
        });
    }

    /** Spread evenly over three years. */
    private LedgerAccount filled(int transactions) {
        var owner = newUser();
        var account = account(owner, "Bank");
        var food = category(owner, "Food", CategoryKind.EXPENSE);
        long apart = Duration.ofDays(3 * 365).toSeconds() / transactions;
        database.run(() -> {
            database.execute(handle -> {
                handle.createUpdate("""
                                INSERT INTO finance.transaction
                                    (id, owner, version, status, at, day, description, description_key, origin, lines, created_at, posted_at)
                                SELECT gen_random_uuid(), :owner, 1, 'POSTED', m.at, m.at::date, 'x', 'x', 'MANUAL', 2, m.at, m.at
                                FROM (SELECT :begin::timestamptz + n * :apart * interval '1 second' AS at
                                      FROM generate_series(1, :count) n) m
                                """)
                        .bind("owner", owner.value())
                        .bind("begin", BEGIN)
                        .bind("apart", apart)
                        .bind("count", transactions)
                        .execute();
                handle.createUpdate("""
                                INSERT INTO finance.posting
                                    (transaction, line, owner, at, day, status, account, category, currency, minor_units, memo)
                                SELECT t.id, l.line, t.owner, t.at, t.day, t.status,
                                       CASE WHEN l.line = 0 THEN :account END, CASE WHEN l.line = 1 THEN :category END,
                                       'EUR', CASE WHEN l.line = 0 THEN -7 ELSE 7 END, ''
                                FROM finance.transaction t
                                CROSS JOIN generate_series(0, 1) AS l (line)
                                WHERE t.owner = :owner
                                """)
                        .bind("owner", owner.value())
                        .bind("account", account.id().value())
                        .bind("category", food.id().value())
                        .execute();
            });
            return true;
        });
        return account;
    }
}
