package dev.mainstay.postgres.finance.statements;

import dev.mainstay.application.finance.statements.Statements;
import dev.mainstay.application.finance.statements.layout.Layout.Told;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.postgres.sql.Database;
import java.time.Instant;

/** What was said of files, in {@code finance.statement_layout}. */
final class RememberedLayouts {

    private final Database database;

    RememberedLayouts(Database database) {
        this.database = database;
    }

    Told of(LedgerAccountId account, String headerKey) {
        return database.read(handle -> handle.createQuery("SELECT " + ToldRows.COLUMNS + """
                         FROM finance.statement_layout
                        WHERE account = :account AND header = :header
                        """)
                .bind("account", account.value())
                .bind("header", headerKey)
                .map((row, context) -> ToldRows.told(row))
                .findOne()
                .orElse(Told.NOTHING));
    }

    void remember(UserId owner, LedgerAccountId account, String headerKey, Told told, Instant now) {
        database.execute(handle -> {
            ToldRows.bind(
                            handle.createUpdate(
                                    "INSERT INTO finance.statement_layout (account, header, owner, used_at, "
                                            + ToldRows.COLUMNS + ") VALUES (:account, :header, :owner, :now, "
                                            + ToldRows.PARAMETERS + """
                            ) ON CONFLICT (account, header) DO UPDATE SET
                                used_at = excluded.used_at, encoding = excluded.encoding, delimiter = excluded.delimiter,
                                header_line = excluded.header_line, columns = excluded.columns,
                                date_style = excluded.date_style, decimal_style = excluded.decimal_style,
                                inverted = excluded.inverted, fee_apart = excluded.fee_apart
                            """),
                            told)
                    .bind("account", account.value())
                    .bind("header", headerKey)
                    .bind("owner", owner.value())
                    .bind("now", now)
                    .execute();
            handle.createUpdate("""
                            DELETE FROM finance.statement_layout
                            WHERE account = :account AND header IN (SELECT header FROM finance.statement_layout
                                                                    WHERE account = :account
                                                                    ORDER BY used_at DESC, header
                                                                    OFFSET :most)
                            """)
                    .bind("account", account.value())
                    .bind("most", Statements.MOST_REMEMBERED)
                    .execute();
        });
    }
}
