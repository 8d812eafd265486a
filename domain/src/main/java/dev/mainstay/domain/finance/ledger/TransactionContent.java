package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction says.
 *
 * @param at when it happened, to the millisecond; balances at an instant count by this
 * @param day its accounting day; summaries and budgets count by this
 * @param rate null unless it turned money into another currency
 */
public record TransactionContent(
        Instant at,
        LocalDate day,
        Description description,
        Postings postings,
        @Nullable AppliedRate rate) {

    /** The years that can be kept books of. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2199;

    public TransactionContent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        requireYear("at", at.atOffset(ZoneOffset.UTC).toLocalDate());
        requireYear("day", day);
    }

    private static void requireYear(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new Invalid(
                    field, "out_of_range", "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR + ", was " + day);
        }
    }
}
