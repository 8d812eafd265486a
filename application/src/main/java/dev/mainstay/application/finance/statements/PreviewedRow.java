package dev.mainstay.application.finance.statements;

import dev.mainstay.application.finance.statements.layout.StatementRow;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * A row and what would become of it.
 *
 * @param transaction as which it was booked; null unless it was
 * @param payee the owner's payee of that name; null if there is none
 * @param category the payee's usual one; null if it is not known
 */
public record PreviewedRow(
        StatementRow row,
        State state,
        @Nullable TransactionId transaction,
        @Nullable PayeeId payee,
        @Nullable CategoryId category) {

    /** The closed list of states. */
    public enum State {
        /** It can be booked. */
        NEW,
        /** It was booked of this statement. */
        BOOKED,
        /** The same was booked of another statement. */
        DUPLICATE,
        /** It cannot be booked; the row says why. */
        REFUSED
    }

    public int number() {
        return row.number();
    }
}
