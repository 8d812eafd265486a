package dev.mainstay.postgres.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccount;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
        explain("SELECT finance.posted_until('" + large.id().value()
                + "', '2024-05-15T11:06:40Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 32767::smallint)");
        explain("SELECT p.at, p.transaction, p.line, p.minor_units, t.description FROM finance.posting p"
                + " JOIN finance.transaction t ON t.id = p.transaction WHERE p.account = '"
                + large.id().value()
                + "' AND p.status <> 'VOID' ORDER BY p.at DESC, p.transaction DESC, p.line DESC LIMIT 51");
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

    private void explain(String sql) {
        database.read(handle -> handle.createQuery("EXPLAIN (ANALYZE, BUFFERS) " + sql)
                        .mapTo(String.class)
                        .list())
                .forEach(System.out::println);
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
