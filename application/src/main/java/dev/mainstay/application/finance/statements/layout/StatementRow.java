package dev.mainstay.application.finance.statements.layout;

import dev.mainstay.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a statement, below its header, that is not blank. */
public sealed interface StatementRow {

    /** Which row it is, from 1. */
    int number();

    /** The number of the line on which it begins, from 1. */
    int line();

    /**
     * A booking.
     *
     * @param amount negative if it went out
     * @param payee the other party; empty if nobody is named
     * @param text what it was for; empty if nothing is said
     * @param reference what the parties call it; empty if nothing
     * @param id what the bank calls it; empty if nothing
     * @param related the {@code id} of the row that it belongs to; empty if none
     * @param balance what was in the account then; null if it does not say
     * @param fee what the bank took; null if it does not say
     * @param mended whether it had too few or too many cells, and was read as it must have been meant
     * @param fingerprint equal for the same booking in another file of this bank, and for nothing else
     */
    record Usable(
            int number,
            int line,
            LocalDate day,
            Money amount,
            String payee,
            String text,
            String reference,
            String id,
            String related,
            @Nullable BigDecimal balance,
            @Nullable BigDecimal fee,
            boolean mended,
            String fingerprint)
            implements StatementRow {

        Usable known(String print) {
            return new Usable(
                    number, line, day, amount, payee, text, reference, id, related, balance, fee, mended, print);
        }
    }

    /**
     * One that cannot be booked.
     *
     * @param code why, for programs
     * @param why the same for people
     * @param excerpt the beginning of the row
     */
    record Refused(int number, int line, String code, String why, String excerpt) implements StatementRow {}
}
