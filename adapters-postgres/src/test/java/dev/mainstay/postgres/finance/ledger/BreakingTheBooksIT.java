package dev.mainstay.postgres.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.SqlFailures;
import dev.mainstay.postgres.sql.TestPostgres;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database itself refuses what would break the books, whoever asks it. */
class BreakingTheBooksIT {

    private static final DataSource POOL = TestPostgres.freshDatabase();

    private final Database database = new Database(POOL);
    private final UUID bank = UUID.randomUUID();
    private final UUID cash = UUID.randomUUID();
    private final UUID food = UUID.randomUUID();
    private final UUID posted = UUID.randomUUID();
    private final UUID pending = UUID.randomUUID();
    private UserId owner = new UserId(bank);

    @BeforeEach
    void keepBooks() {
        owner = Owners.newUser(database);
        run(
                """
                INSERT INTO finance.account (id, owner, version, kind, name, name_key, currency, created_at)
                VALUES ('$bank', '$owner', 1, 'BANK', 'Bank', 'bank', 'EUR', now()),
                       ('$cash', '$owner', 1, 'CASH', 'Cash', 'cash', 'EUR', now())
                """,
                "INSERT INTO finance.category (id, owner, version, kind, name, name_key)"
                        + " VALUES ('$food', '$owner', 1, 'EXPENSE', 'Food', 'food')",
                transaction("$posted", "POSTED", "NULL", "MANUAL"),
                posting("$posted", 0, "POSTED", "'$bank'", "NULL", "EUR", -500),
                posting("$posted", 1, "POSTED", "NULL", "'$food'", "EUR", 500),
                transaction("$pending", "PENDING", "NULL", "MANUAL"),
                posting("$pending", 0, "PENDING", "'$bank'", "NULL", "EUR", -70),
                posting("$pending", 1, "PENDING", "'$cash'", "NULL", "EUR", 70));
    }

    @Test
    void what_is_sound_is_taken_and_agrees() {
        assertThat(balance(bank)).isEqualTo("(-500,-70,1)");
        assertThat(balance(cash)).isEqualTo("(0,70,0)");

        run("UPDATE finance.transaction SET status = 'POSTED', posted_at = now(), version = 2 WHERE id = '$pending'");

        assertThat(balance(bank)).isEqualTo("(-570,0,2)");
        assertThat(balance(cash)).isEqualTo("(70,0,1)");
        assertThat(disagreements()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a posting is changed            | UPDATE finance.posting SET minor_units = -400 WHERE transaction = '$posted'
            a memo of a posting is changed  | UPDATE finance.posting SET memo = 'x' WHERE transaction = '$posted'
            a posting is deleted            | DELETE FROM finance.posting WHERE transaction = '$posted' AND line = 1
            a transaction is changed        | UPDATE finance.transaction SET description = 'x' WHERE id = '$posted'
            a posted one becomes pending    | UPDATE finance.transaction SET status = 'PENDING', posted_at = NULL WHERE id = '$posted'
            a transaction is deleted        | DELETE FROM finance.transaction WHERE id = '$posted'
            a pending one is deleted        | DELETE FROM finance.transaction WHERE id = '$pending'
            one side of a pending changes   | UPDATE finance.posting SET minor_units = -71 WHERE transaction = '$pending' AND line = 0
            a pending one loses a side      | DELETE FROM finance.posting WHERE transaction = '$pending' AND line = 0
            a pending one loses both sides  | DELETE FROM finance.posting WHERE transaction = '$pending'
            a posting leaves its account    | UPDATE finance.posting SET status = 'POSTED' WHERE transaction = '$pending'
            an account in use is deleted    | DELETE FROM finance.account WHERE id = '$bank'
            a category in use is deleted    | DELETE FROM finance.category WHERE id = '$food'
            an account changes its currency | UPDATE finance.account SET currency = 'USD' WHERE id = '$bank'
            a balance is written            | UPDATE finance.balance SET posted = posted + 1 WHERE account = '$bank'
            a balance is deleted            | DELETE FROM finance.balance WHERE account = '$bank'
            a total is written              | UPDATE finance.account_total SET minor_units = 0 WHERE account = '$bank'
            a total is made up              | INSERT INTO finance.account_total VALUES ('$cash', 'YEAR', '2020-01-01', 5)
            a flow is written               | UPDATE finance.flow SET in_units = 7 WHERE owner = '$owner'
            a flow is deleted               | DELETE FROM finance.flow WHERE owner = '$owner'
            a check is made up              | INSERT INTO finance.unchecked VALUES ('1', '{}')
            a check is left out             | DELETE FROM finance.unchecked
            the checks are emptied          | TRUNCATE finance.unchecked
            the postings are emptied        | TRUNCATE finance.posting CASCADE
            the transactions are emptied    | TRUNCATE finance.transaction CASCADE
            the balances are emptied        | TRUNCATE finance.balance
            """)
    void it_refuses_when(String what, String statement) {
        assertThat(refused(statement)).as(what).isTrue();

        assertThat(balance(bank)).isEqualTo("(-500,-70,1)");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void it_refuses_transactions_that_do_not_add_up() {
        var other = UUID.randomUUID().toString();
        String head = transaction(other, "POSTED", "NULL", "MANUAL");
        String out = posting(other, 0, "POSTED", "'$bank'", "NULL", "EUR", -500);

        assertThat(refused(head)).as("without postings").isTrue();
        assertThat(refused(head, out)).as("with one side").isTrue();
        assertThat(refused(head, out, posting(other, 1, "POSTED", "NULL", "'$food'", "EUR", 499)))
                .as("with a cent too little")
                .isTrue();
        assertThat(refused(head, out, posting(other, 1, "POSTED", "NULL", "'$food'", "USD", 500)))
                .as("that are even, but of two currencies")
                .isTrue();
        assertThat(refused(head, out, posting(other, 1, "POSTED", "'$cash'", "NULL", "USD", 500)))
                .as("in another currency than the account's")
                .isTrue();
        assertThat(refused(head, out, posting(other, 1, "PENDING", "NULL", "'$food'", "EUR", 500)))
                .as("of two minds about their status")
                .isTrue();
        assertThat(refused(
                        posting("$posted", 2, "POSTED", "'$bank'", "NULL", "EUR", -5),
                        posting("$posted", 3, "POSTED", "'$cash'", "NULL", "EUR", 5)))
                .as("with sides that come later, though they are even")
                .isTrue();
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void it_refuses_what_comes_after_an_early_check() {
        var other = UUID.randomUUID().toString();
        String head = transaction(other, "POSTED", "NULL", "MANUAL");
        String out = posting(other, 0, "POSTED", "'$bank'", "NULL", "EUR", -500);
        String in = posting(other, 1, "POSTED", "NULL", "'$food'", "EUR", 500);
        String more = posting(other, 2, "POSTED", "NULL", "'$food'", "EUR", 500);

        assertThat(refused("SET CONSTRAINTS ALL IMMEDIATE", head)).as("at once").isTrue();
        assertThat(refused(head, out, in, "SET CONSTRAINTS ALL IMMEDIATE", "SET CONSTRAINTS ALL DEFERRED", more))
                .as("later")
                .isTrue();
        assertThat(refused(head, "SAVEPOINT s", out, in, "ROLLBACK TO SAVEPOINT s"))
                .as("in a part that is taken back")
                .isTrue();
        run(head, "SAVEPOINT s", out, "ROLLBACK TO SAVEPOINT s", out, in);
        assertThat(count("SELECT count(*) FROM finance.unchecked")).isZero();
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void it_takes_one_reversal_that_mirrors_and_no_other() {
        var other = UUID.randomUUID().toString();
        String head = transaction(other, "POSTED", "'$posted'", "REVERSAL");
        assertThat(refused(
                        head,
                        posting(other, 0, "POSTED", "'$cash'", "NULL", "EUR", 500),
                        posting(other, 1, "POSTED", "NULL", "'$food'", "EUR", -500)))
                .as("that gives it back elsewhere")
                .isTrue();

        run(
                head,
                posting(other, 0, "POSTED", "'$bank'", "NULL", "EUR", 500),
                posting(other, 1, "POSTED", "NULL", "'$food'", "EUR", -500));

        var second = UUID.randomUUID().toString();
        assertThat(refused(
                        transaction(second, "POSTED", "'$posted'", "REVERSAL"),
                        posting(second, 0, "POSTED", "'$bank'", "NULL", "EUR", 500),
                        posting(second, 1, "POSTED", "NULL", "'$food'", "EUR", -500)))
                .as("a second one")
                .isTrue();
        assertThat(balance(bank)).isEqualTo("(0,-70,2)");
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void it_refuses_what_belongs_to_two_owners() {
        var stranger = Owners.newUser(database);
        var other = UUID.randomUUID().toString();

        assertThat(refused(
                        transaction(other, "POSTED", "NULL", "MANUAL")
                                .replace("$owner", stranger.value().toString()),
                        posting(other, 0, "POSTED", "'$bank'", "NULL", "EUR", -500)
                                .replace("$owner", stranger.value().toString()),
                        posting(other, 1, "POSTED", "'$cash'", "NULL", "EUR", 500)
                                .replace("$owner", stranger.value().toString())))
                .isTrue();
    }

    @Test
    void it_refuses_a_balance_that_disagrees_even_when_the_guard_is_away() {
        assertThat(refused(
                        "ALTER TABLE finance.balance DISABLE TRIGGER refuse_direct",
                        "UPDATE finance.balance SET posted = posted + 1 WHERE account = '$bank'"))
                .isTrue();
        assertThat(balance(bank)).isEqualTo("(-500,-70,1)");
    }

    @Test
    void it_refuses_sums_that_64_bits_cannot_hold() {
        // What would take nine thousand postings is brought about at once.
        var other = UUID.randomUUID().toString();
        run(
                "ALTER TABLE finance.posting DISABLE TRIGGER book_added",
                "ALTER TABLE finance.posting DROP CONSTRAINT posting_minor_units_check");
        try {
            assertThat(refused(
                            "ALTER TABLE finance.posting ENABLE TRIGGER book_added",
                            transaction(other, "POSTED", "NULL", "MANUAL"),
                            posting(other, 0, "POSTED", "'$bank'", "NULL", "EUR", -Long.MAX_VALUE),
                            posting(other, 1, "POSTED", "'$cash'", "NULL", "EUR", Long.MAX_VALUE)))
                    .isTrue();
        } finally {
            run(
                    "ALTER TABLE finance.posting ENABLE TRIGGER book_added",
                    "ALTER TABLE finance.posting ADD CONSTRAINT posting_minor_units_check"
                            + " CHECK (minor_units <> 0 AND minor_units BETWEEN -999999999999999 AND 999999999999999)");
        }
        assertThat(disagreements()).isEmpty();
    }

    @Test
    void with_their_owner_the_books_go_whole_and_those_of_others_stay() {
        var mine = owner;
        keepOthersBooks();
        assertThatNoException().isThrownBy(() -> run("DELETE FROM identity.account WHERE id = '" + mine.value() + "'"));

        for (String table : List.of("account", "category", "transaction", "posting", "flow")) {
            assertThat(count("SELECT count(*) FROM finance." + table + " WHERE owner = '" + mine.value() + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(count("SELECT count(*) FROM finance.balance WHERE account = '" + bank + "'"))
                .isZero();
        assertThat(disagreements()).isEmpty();
        assertThat(count("SELECT count(*) FROM finance.posting")).isPositive();
    }

    private void keepOthersBooks() {
        var other = new BreakingTheBooksIT();
        other.keepBooks();
    }

    private static String transaction(String id, String status, String reverses, String origin) {
        return """
                INSERT INTO finance.transaction
                    (id, owner, version, status, at, day, description, description_key, origin, reverses, lines, created_at, posted_at)
                VALUES ('%s', '$owner', 1, '%s', '2026-03-01T12:00:00Z', '2026-03-01', '', '', '%s', %s, 2, now(), %s)
                """.formatted(id, status, origin, reverses, status.equals("POSTED") ? "now()" : "NULL");
    }

    private static String posting(
            String transaction, int line, String status, String account, String category, String currency, long units) {
        return """
                INSERT INTO finance.posting
                    (transaction, line, owner, at, day, status, account, category, currency, minor_units, memo)
                VALUES ('%s', %d, '$owner', '2026-03-01T12:00:00Z', '2026-03-01', '%s', %s, %s, '%s', %d, '')
                """.formatted(transaction, line, status, account, category, currency, units);
    }

    private void run(String... statements) {
        database.run(() -> {
            for (String statement : statements) {
                database.execute(handle -> handle.execute(named(statement)));
            }
            return true;
        });
    }

    /** Whether the statements, as one transaction, break a rule of the database, and no syntax. */
    private boolean refused(String... statements) {
        try {
            run(statements);
            return false;
        } catch (RuntimeException failure) {
            boolean rule = SqlFailures.violatedConstraint(failure).isPresent()
                    || String.valueOf(failure.getMessage()).contains("refused")
                    || String.valueOf(failure.getMessage()).contains("out of range");
            if (!rule) {
                throw failure;
            }
            return true;
        }
    }

    private String named(String statement) {
        return statement
                .replace("$bank", bank.toString())
                .replace("$cash", cash.toString())
                .replace("$food", food.toString())
                .replace("$posted", posted.toString())
                .replace("$pending", pending.toString())
                .replace("$owner", owner.value().toString());
    }

    private String balance(UUID account) {
        return database.read(handle -> handle.createQuery(
                        "SELECT (posted, pending, postings)::text FROM finance.balance WHERE account = :account")
                .bind("account", account)
                .mapTo(String.class)
                .one());
    }

    private long count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> disagreements() {
        return database.read(handle -> handle.createQuery("SELECT d::text FROM finance.disagreements() d")
                .mapTo(String.class)
                .list());
    }
}
