package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.refusal.Invalid;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are wanted; every condition must hold.
 *
 * @param account posts to this
 * @param category posts to this
 * @param payee is said to be with this
 * @param tag has this
 * @param status one of these; empty for any
 * @param from the first accounting day
 * @param to the last accounting day
 * @param text stands in description or notes, in whatever case
 */
public record TransactionFilter(
        @Nullable LedgerAccountId account,
        @Nullable CategoryId category,
        @Nullable PayeeId payee,
        @Nullable String tag,
        Set<TransactionStatus> status,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text) {

    public static final TransactionFilter ALL =
            new TransactionFilter(null, null, null, null, Set.of(), null, null, null);

    private static final int LONGEST = 200;

    public TransactionFilter {
        status = Set.copyOf(status);
        requireText("tag", tag);
        requireText("q", text);
    }

    public static TransactionFilter of(LedgerAccountId account) {
        return new TransactionFilter(account, null, null, null, Set.of(), null, null, null);
    }

    /** What the store cannot hold, it cannot be asked for either. */
    private static void requireText(String field, @Nullable String value) {
        if (value == null) {
            return;
        }
        boolean speakable = value.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (value.isEmpty() || value.length() > LONGEST || !speakable) {
            throw new Invalid(field, "out_of_range", "must be 1 to " + LONGEST + " characters of text");
        }
    }
}
