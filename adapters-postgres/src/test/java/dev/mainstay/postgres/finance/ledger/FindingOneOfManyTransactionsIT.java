package dev.mainstay.postgres.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.application.finance.ledger.BooksFixture;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.planner.Owners;
import dev.mainstay.postgres.sql.Database;
import dev.mainstay.postgres.sql.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL finds a transaction by its id, and not among all of its owner, already when it has seen too few to tell the difference: a
 * session keeps the plans of its foreign keys while the books grow.
 */
class FindingOneOfManyTransactionsIT extends BooksFixture {

    private final Database database = new Database(TestPostgres.freshDatabase());
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
    void by_its_key_from_the_first_on() {
        var owner = newUser();
        var bank = PostingTarget.to(account(owner, "Bank").id());
        var cash = PostingTarget.to(account(owner, "Cash").id());
        assertThat(planOfForeignKey()).contains("using transaction_of_owner");
        for (int i = 0; i < 20; i++) {
            post(owner, NOON, move(cash, bank, 100));
        }
        assertThat(planOfForeignKey()).contains("using transaction_of_owner");
    }

    /** As PostgreSQL asks it: ri_triggers.c. */
    private String planOfForeignKey() {
        return database.run(() -> database.write(handle -> {
            handle.execute("SET LOCAL plan_cache_mode = force_generic_plan");
            handle.execute("PREPARE look_up (uuid, uuid) AS SELECT 1 FROM ONLY finance.transaction x"
                    + " WHERE id = $1 AND owner = $2 FOR KEY SHARE OF x");
            List<String> plan = handle.createQuery(
                            "EXPLAIN EXECUTE look_up ('00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000')")
                    .mapTo(String.class)
                    .list();
            handle.execute("DEALLOCATE look_up");
            return String.join("\n", plan);
        }));
    }
}
