package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Nominal;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToNominal;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.money.MoneyJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transaction, to exactly one of account, category and nominal.
 *
 * @param nominal OPENING for what was before the books, EXCHANGE for money of another currency
 * @param amount positive into an account or spent on a category, negative out of an account or earned from a category
 * @param memo one line, at most 200 characters
 */
@Serdeable
@Schema(name = "Posting", requiredProperties = "amount")
public record PostingJson(
        @Nullable UUID account,
        @Nullable UUID category,
        @Nullable Nominal nominal,
        @Nullable MoneyJson amount,
        @Nullable String memo) {

    public static PostingJson from(Posting posting) {
        var amount = MoneyJson.from(posting.amount());
        return switch (posting.target()) {
            case ToAccount(var id) -> new PostingJson(id.value(), null, null, amount, posting.memo());
            case ToCategory(var id) -> new PostingJson(null, id.value(), null, amount, posting.memo());
            case ToNominal(var kind) -> new PostingJson(null, null, kind, amount, posting.memo());
        };
    }

    /** The posting; fields at fault are named as below that one. */
    public Posting toPosting(String field) {
        if (Stream.of(account, category, nominal).filter(Objects::nonNull).count() != 1) {
            throw new Invalid(field, "ambiguous", "must have exactly one of account, category and nominal");
        }
        return new Posting(
                target(), MoneyJson.required(field + ".amount", amount), memo == null ? "" : Typed.line(memo));
    }

    private PostingTarget target() {
        if (account != null) {
            return PostingTarget.to(new LedgerAccountId(account));
        }
        return category != null
                ? PostingTarget.to(new CategoryId(category))
                : PostingTarget.to(Objects.requireNonNull(nominal));
    }
}
