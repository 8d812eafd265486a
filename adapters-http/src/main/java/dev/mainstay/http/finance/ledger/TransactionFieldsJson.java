package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.DraftEntry;
import dev.mainstay.application.finance.ledger.DraftEntry.Share;
import dev.mainstay.application.finance.ledger.TransactionDraft;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Origin;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.finance.ledger.TransactionStatus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a transaction: its postings, or, shorter, an account and an amount with a category or with shares.
 *
 * @param status POSTED if absent, or PENDING
 * @param at an RFC 3339 instant; the start of the day if absent, or now
 * @param day its accounting day; that of at, in the zone of the profile, if absent
 * @param description one line, at most 500 characters
 * @param postings 2 to 100 that sum to zero in each currency
 * @param account where the money left or arrived
 * @param amount what was spent or earned, as the kind of the category says; negative for money that came back
 * @param category all of the amount
 * @param shares parts of the amount
 * @param payee one of the caller's payees
 * @param notes at most 5,000 characters
 * @param tags at most 20 of at most 40 characters
 */
@Serdeable
@Schema(name = "NewTransaction", example = """
                {"day":"2026-03-01","description":"Weekly shopping","account":"0197a1de-0000-7000-8000-000000000001",\
                "amount":{"amount":"42.10","currency":"EUR"},"category":"0197a1de-0000-7000-8000-000000000003","tags":["home"]}""")
record TransactionFieldsJson(
        @Nullable TransactionStatus status,
        @Nullable @Schema(format = "date-time") String at,
        @Nullable @Schema(format = "date") String day,
        @Nullable String description,
        @Nullable List<PostingJson> postings,
        @Nullable UUID account,
        @Nullable MoneyJson amount,
        @Nullable UUID category,
        @Nullable List<ShareJson> shares,
        @Nullable UUID payee,
        @Nullable String notes,
        @Nullable List<String> tags) {

    TransactionDraft toDraft(UserId owner, DraftEntry entries) {
        var said = new SaidJson(status, at, day, description, payee, notes, tags);
        return said.toDraft(toPostings(owner, entries), Origin.MANUAL, null);
    }

    private Postings toPostings(UserId owner, DraftEntry entries) {
        boolean isShort = account != null || amount != null || category != null || shares != null;
        if (isShort == (postings != null)) {
            throw new Invalid("postings", "ambiguous", "must be there, or else account, amount and category or shares");
        }
        return postings != null
                ? written(postings)
                : entries.of(
                        owner,
                        new LedgerAccountId(Fields.required("account", account)),
                        MoneyJson.required("amount", amount),
                        toShares());
    }

    private static Postings written(List<PostingJson> postings) {
        if (postings.size() > Postings.MOST) {
            throw new Invalid("postings", "too_many", "must be at most " + Postings.MOST + " postings");
        }
        Fields.items("postings", postings);
        var lines = new ArrayList<Posting>();
        for (int i = 0; i < postings.size(); i++) {
            lines.add(postings.get(i).toPosting("postings[" + i + ']'));
        }
        return new Postings(lines);
    }

    private List<Share> toShares() {
        if (category != null && shares == null) {
            return List.of(new Share(new CategoryId(category), null, 1L));
        }
        if (category != null || shares == null) {
            throw new Invalid("category", "ambiguous", "must be there, or else shares");
        }
        var all = new ArrayList<Share>();
        for (int i = 0; i < Fields.items("shares", shares).size(); i++) {
            all.add(shares.get(i).toShare("shares[" + i + ']'));
        }
        return all;
    }
}
