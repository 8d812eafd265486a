package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded as a transaction.
 *
 * @param posted whether it counts at once; else it is pending
 * @param at when it happened; null for the start of the day in the owner's zone or, without a day, for now
 * @param day its accounting day; null for that of {@code at} in the owner's zone
 * @param rate null unless it turns money into another currency
 * @param payee null for nobody named
 */
public record TransactionDraft(
        boolean posted,
        @Nullable Instant at,
        @Nullable LocalDate day,
        Postings postings,
        Description description,
        Origin origin,
        @Nullable AppliedRate rate,
        @Nullable PayeeId payee,
        Notes notes,
        Tags tags) {

    /** One that counts at once and says no more than it must. */
    public static TransactionDraft posted(LocalDate day, Postings postings, Description description, Origin origin) {
        return new TransactionDraft(true, null, day, postings, description, origin, null, null, Notes.NONE, Tags.NONE);
    }

    public TransactionDraft pending() {
        return new TransactionDraft(false, at, day, postings, description, origin, rate, payee, notes, tags);
    }
}
