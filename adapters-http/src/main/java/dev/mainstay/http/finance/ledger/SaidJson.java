package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.finance.ledger.AppliedRate;
import dev.mainstay.domain.finance.ledger.Description;
import dev.mainstay.domain.finance.ledger.Notes;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.PayeeId;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.Tags;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.refusal.Invalid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said about every transaction to record, however its postings are said. */
record SaidJson(
        @Nullable TransactionStatus status,
        @Nullable String at,
        @Nullable String day,
        @Nullable String description,
        @Nullable UUID payee,
        @Nullable String notes,
        @Nullable List<String> tags) {

    TransactionDraft toDraft(Postings postings, Origin origin, @Nullable AppliedRate rate) {
        if (status == TransactionStatus.VOID) {
            throw new Invalid("status", "out_of_range", "must be POSTED or PENDING");
        }
        return new TransactionDraft(
                status != TransactionStatus.PENDING,
                Fields.instant("at", at),
                Fields.day("day", day),
                postings,
                description(description),
                origin,
                rate,
                payee == null ? null : new PayeeId(payee),
                notes(notes),
                tags(tags));
    }

    static Description description(@Nullable String text) {
        return text == null ? Description.NONE : new Description(Typed.line(text));
    }

    static Notes notes(@Nullable String text) {
        return text == null ? Notes.NONE : new Notes(Typed.text(text));
    }

    static Tags tags(@Nullable List<String> tags) {
        return tags == null
                ? Tags.NONE
                : new Tags(Fields.items("tags", tags).stream().map(Typed::line).toList());
    }
}
