package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.finance.ledger.PostingTarget.ToAccount;
import dev.mainstay.domain.finance.ledger.PostingTarget.ToCategory;
import dev.mainstay.domain.money.Money;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.domain.refusal.Invalid.FieldError;
import dev.mainstay.domain.text.PlainText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The postings of one transaction: {@value #FEWEST} to {@value #MOST}, none of nothing, that sum to zero in each currency. */
public record Postings(List<Posting> lines) {

    public static final int FEWEST = 2;
    public static final int MOST = 100;

    private static final String FIELD = "postings";

    /**
     * Checks them.
     *
     * @throws Invalid naming {@code postings[2].amount.amount} and the like
     */
    public Postings {
        lines = List.copyOf(lines);
        if (lines.size() < FEWEST || lines.size() > MOST) {
            throw new Invalid(
                    FIELD, "out_of_range", "must be " + FEWEST + " to " + MOST + " postings, were " + lines.size());
        }
        var faults = new ArrayList<FieldError>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            String field = FIELD + '[' + i + ']';
            if (line.amount().isZero()) {
                faults.add(new FieldError(field + ".amount.amount", "zero", "must not be zero"));
            }
            if (line.amount().minorUnits() > Money.MOST || line.amount().minorUnits() < -Money.MOST) {
                faults.add(new FieldError(
                        field + ".amount.amount",
                        "out_of_range",
                        "must be at most " + new Money(Money.MOST, line.amount().currency()) + " either way"));
            }
            PlainText.lineFault(field + ".memo", line.memo(), Posting.LONGEST_MEMO)
                    .ifPresent(faults::add);
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        requireBalance(lines);
    }

    public static Postings of(Posting... lines) {
        return new Postings(List.of(lines));
    }

    /** The same the other way round. */
    public Postings negated() {
        return new Postings(lines.stream().map(Posting::negated).toList());
    }

    /** The accounts posted to, each once, in order. */
    public Set<LedgerAccountId> accounts() {
        var all = new LinkedHashSet<LedgerAccountId>();
        for (Posting line : lines) {
            if (line.target() instanceof ToAccount(LedgerAccountId account)) {
                all.add(account);
            }
        }
        return all;
    }

    /** The categories posted to, each once, in order. */
    public Set<CategoryId> categories() {
        var all = new LinkedHashSet<CategoryId>();
        for (Posting line : lines) {
            if (line.target() instanceof ToCategory(CategoryId category)) {
                all.add(category);
            }
        }
        return all;
    }

    private static void requireBalance(List<Posting> lines) {
        var sums = new LinkedHashMap<Currency, BigInteger>();
        for (Posting line : lines) {
            sums.merge(
                    line.amount().currency(), BigInteger.valueOf(line.amount().minorUnits()), BigInteger::add);
        }
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                throw new Invalid(
                        FIELD,
                        "unbalanced",
                        "must sum to zero in " + currency.getCurrencyCode() + ", sum to "
                                + new Money(sum.longValueExact(), currency));
            }
        });
    }
}
