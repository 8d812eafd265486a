package dev.mainstay.application.finance.statements;

import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.domain.finance.statements.StatementId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of the rows that were to be booked. */
public record CommittedStatement(StatementId statement, List<Row> rows) {

    public CommittedStatement {
        rows = List.copyOf(rows);
    }

    /** The closed list of outcomes. */
    public enum Outcome {
        BOOKED,
        DUPLICATE,
        REFUSED
    }

    /**
     * What became of a row.
     *
     * @param transaction as which it was booked, now or before; null if it was not
     * @param code why it was not booked now, for programs; null if it was
     * @param why the same for people
     */
    public record Row(
            int number,
            Outcome outcome,
            @Nullable TransactionId transaction,
            @Nullable String code,
            @Nullable String why) {}

    public int count(Outcome outcome) {
        return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
