package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.Books;
import dev.mainstay.postgres.sql.Database;
import java.util.List;

/** The books on PostgreSQL. */
public final class PostgresBooks {

    private PostgresBooks() {}

    public static Books on(Database database) {
        return new Books(
                database,
                new PostgresLedgerAccounts(database),
                new PostgresCategories(database),
                new PostgresPayees(database),
                new PostgresLedgerTransactions(database),
                new PostgresAnnotations(database),
                new PostgresLedgerReader(database));
    }

    /** Whatever does not follow from the postings as it should: nothing. */
    public static List<String> disagreements(Database database) {
        return database.read(handle -> handle.createQuery("SELECT d::text FROM finance.disagreements() d")
                .mapTo(String.class)
                .list());
    }
}
