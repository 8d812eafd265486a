package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.domain.finance.ledger.CategoryKind;
import dev.mainstay.domain.finance.ledger.LedgerAccountId;
import dev.mainstay.domain.finance.ledger.Posting;
import dev.mainstay.domain.finance.ledger.PostingTarget;
import dev.mainstay.domain.finance.ledger.Postings;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.money.Split;
import dev.mainstay.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out the postings of money that was earned or spent: an account, an amount, and one category or several that share it. Fixed
 * shares come first; what is left goes to the others by weight, without a remainder.
 */
public final class DraftEntry {

    private final Categories categories;

    public DraftEntry(Categories categories) {
        this.categories = categories;
    }

    /**
     * A category's share: a fixed amount, or a weight; one of them.
     *
     * @param amount of the sign of the whole
     * @param weight greater than zero
     */
    public record Share(
            CategoryId category,
            @Nullable Money amount,
            @Nullable Long weight) {}

    /**
     * The postings; stores nothing.
     *
     * @param amount what was spent or earned, as the kind of the categories says; negative for money that came back
     * @param shares of categories of one kind
     * @throws Invalid if a category is not the owner's, or the shares do not make up the amount
     */
    public Postings of(UserId owner, LedgerAccountId account, Money amount, List<Share> shares) {
        if (shares.isEmpty() || shares.size() >= Postings.MOST) {
            throw new Invalid("shares", "out_of_range", "must be 1 to " + (Postings.MOST - 1) + " shares");
        }
        var found = categories.find(owner, shares.stream().map(Share::category).toList());
        boolean spent = kind(shares, found) == CategoryKind.EXPENSE;
        var parts = parts(amount, shares);
        var lines = new ArrayList<Posting>();
        lines.add(Posting.of(PostingTarget.to(account), spent ? amount.negated() : amount));
        for (int i = 0; i < shares.size(); i++) {
            var part = parts.get(i);
            if (!part.isZero()) {
                lines.add(Posting.of(PostingTarget.to(shares.get(i).category()), spent ? part : part.negated()));
            }
        }
        return new Postings(lines);
    }

    private static CategoryKind kind(List<Share> shares, Map<CategoryId, Category> found) {
        @Nullable CategoryKind kind = null;
        for (int i = 0; i < shares.size(); i++) {
            @Nullable Category category = found.get(shares.get(i).category());
            String field = "shares[" + i + "].category";
            if (category == null) {
                throw new Invalid(field, "unknown_category", "is no category of yours");
            }
            if (kind != null && category.kind() != kind) {
                throw new Invalid(field, "kinds_differ", "must be of one kind with the others, " + kind);
            }
            kind = category.kind();
        }
        return Objects.requireNonNull(kind);
    }

    private static List<Money> parts(Money amount, List<Share> shares) {
        var left = amount;
        var weights = new ArrayList<Long>();
        for (int i = 0; i < shares.size(); i++) {
            var share = shares.get(i);
            String field = "shares[" + i + ']';
            if ((share.amount() == null) == (share.weight() == null)) {
                throw new Invalid(field, "ambiguous", "must have either an amount or a weight");
            }
            var fixed = share.amount();
            if (fixed != null && !fixed.currency().equals(amount.currency())) {
                throw new Invalid(field + ".amount.currency", "wrong_currency", "must be that of the whole amount");
            }
            left = fixed == null ? left : left.minus(fixed);
            weights.add(share.weight() == null ? 0L : share.weight());
        }
        boolean weighted = weights.stream().anyMatch(weight -> weight != 0);
        if (!weighted && !left.isZero()) {
            throw new Invalid("shares", "unbalanced", "must make up the amount, " + left + " is left");
        }
        if (left.sign() * amount.sign() < 0) {
            throw new Invalid("shares", "unbalanced", "must not make up more than the amount");
        }
        var byWeight = weighted ? Split.byWeights("shares", left, weights) : List.<Money>of();
        var parts = new ArrayList<Money>();
        for (int i = 0; i < shares.size(); i++) {
            var fixed = shares.get(i).amount();
            parts.add(fixed != null ? fixed : byWeight.get(i));
        }
        return parts;
    }
}
