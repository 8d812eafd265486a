package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.finance.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts the postings of transactions into {@code finance.posting}. */
final class PostingRows {

    /** One statement, so that the triggers book all of it at once, in the order of the accounts. */
    private static final String INSERT = """
            INSERT INTO finance.posting
                (transaction, line, owner, at, day, status, account, category, nominal, currency, minor_units, memo)
            SELECT *
            FROM unnest(:transaction::uuid[], :line::smallint[], :owner::uuid[], :at::timestamptz[], :day::date[], :status::text[],
                        :account::uuid[], :category::uuid[], :nominal::text[], :currency::text[], :units::bigint[], :memo::text[])
            """;

    private record Row(Transaction transaction, int line, Posting posting) {}

    private PostingRows() {}

    static void insert(Handle handle, List<Transaction> transactions) {
        var rows = new ArrayList<Row>();
        for (Transaction transaction : transactions) {
            var lines = transaction.content().postings().lines();
            for (int line = 0; line < lines.size(); line++) {
                rows.add(new Row(transaction, line, lines.get(line)));
            }
        }
        new RowArrays<>(handle.createUpdate(INSERT), rows)
                .column("transaction", row -> row.transaction().id().value())
                .column("line", Row::line)
                .column("owner", row -> row.transaction().owner().value())
                .column("at", row -> row.transaction().content().at())
                .column("day", row -> row.transaction().content().day())
                .column("status", row -> row.transaction().status())
                .column("account", PostingRows::account)
                .column("category", PostingRows::category)
                .column("nominal", PostingRows::nominal)
                .column("currency", row -> row.posting().amount().currency().getCurrencyCode())
                .column("units", row -> row.posting().amount().minorUnits())
                .column("memo", row -> row.posting().memo())
                .execute();
    }

    private static @Nullable Object account(Row row) {
        return row.posting().target() instanceof ToAccount(var account) ? account.value() : null;
    }

    private static @Nullable Object category(Row row) {
        return row.posting().target() instanceof ToCategory(var category) ? category.value() : null;
    }

    private static @Nullable Object nominal(Row row) {
        return row.posting().target() instanceof ToNominal(var nominal) ? nominal.name() : null;
    }
}
