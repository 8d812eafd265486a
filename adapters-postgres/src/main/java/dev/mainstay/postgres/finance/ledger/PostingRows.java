package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.finance.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        handle.createUpdate(INSERT)
                .bindArray(
                        "transaction",
                        String.class,
                        texts(rows, row -> row.transaction().id().value()))
                .bindArray("line", String.class, texts(rows, Row::line))
                .bindArray(
                        "owner",
                        String.class,
                        texts(rows, row -> row.transaction().owner().value()))
                .bindArray(
                        "at",
                        String.class,
                        texts(rows, row -> row.transaction().content().at()))
                .bindArray(
                        "day",
                        String.class,
                        texts(rows, row -> row.transaction().content().day()))
                .bindArray(
                        "status",
                        String.class,
                        texts(rows, row -> row.transaction().status()))
                .bindArray("account", String.class, texts(rows, PostingRows::account))
                .bindArray("category", String.class, texts(rows, PostingRows::category))
                .bindArray("nominal", String.class, texts(rows, PostingRows::nominal))
                .bindArray(
                        "currency",
                        String.class,
                        texts(rows, row -> row.posting().amount().currency().getCurrencyCode()))
                .bindArray(
                        "units",
                        String.class,
                        texts(rows, row -> row.posting().amount().minorUnits()))
                .bindArray(
                        "memo", String.class, texts(rows, row -> row.posting().memo()))
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

    private static @Nullable Object[] texts(List<Row> rows, Function<Row, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray();
    }
}
