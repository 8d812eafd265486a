package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.application.finance.statements.layout.StatementRow.Usable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the balances that a bank writes beside its rows follow from the amounts, whichever row comes first. */
final class Balances {

    private Balances() {}

    /** How many neighbouring rows say balances. */
    static int compared(List<StatementRow> rows) {
        int pairs = 0;
        for (int i = 1; i < rows.size(); i++) {
            pairs += balance(rows, i) != null && balance(rows, i - 1) != null ? 1 : 0;
        }
        return pairs;
    }

    /** Of how many of them the balances differ by the amount between them. */
    static int agreeing(List<StatementRow> rows) {
        int ascending = 0;
        int descending = 0;
        for (int i = 1; i < rows.size(); i++) {
            BigDecimal before = balance(rows, i - 1);
            BigDecimal here = balance(rows, i);
            if (before != null && here != null) {
                ascending += here.subtract(before).compareTo(amount(rows, i)) == 0 ? 1 : 0;
                descending += before.subtract(here).compareTo(amount(rows, i - 1)) == 0 ? 1 : 0;
            }
        }
        return Math.max(ascending, descending);
    }

    private static @Nullable BigDecimal balance(List<StatementRow> rows, int i) {
        return rows.get(i) instanceof Usable usable ? usable.balance() : null;
    }

    private static BigDecimal amount(List<StatementRow> rows, int i) {
        return ((Usable) rows.get(i)).amount().decimal();
    }
}
