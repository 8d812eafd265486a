package dev.mainstay.postgres.finance.ledger;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Binds rows to a statement as one array of texts for each column, for it to {@code unnest}: one statement, however many there are. */
final class RowArrays<R> {

    private final Update statement;
    private final List<R> rows;

    RowArrays(Update statement, List<R> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    RowArrays<R> column(String name, Function<R, @Nullable Object> value) {
        statement.bindArray(
                name,
                String.class,
                rows.stream()
                        .map(value)
                        .map(each -> each == null ? null : each.toString())
                        .toArray());
        return this;
    }

    void execute() {
        statement.execute();
    }
}
