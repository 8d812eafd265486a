package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.application.finance.ledger.CheckBooks.Disagreements;
import dev.mainstay.postgres.sql.Database;
import java.util.List;

/** Asks {@code finance.disagreements()}, which computes everything anew. */
public final class PostgresDisagreements implements Disagreements {

    private final Database database;

    public PostgresDisagreements(Database database) {
        this.database = database;
    }

    @Override
    public List<String> find() {
        return database.read(handle -> handle.createQuery("SELECT d::text FROM finance.disagreements() d")
                .mapTo(String.class)
                .list());
    }
}
