package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.money.Money;

/**
 * One side of a transaction. A positive amount is a debit: money into an account, or spent on a category; a negative one is a
 * credit: money out of an account, or earned from a category.
 *
 * @param memo a line of at most {@value #LONGEST_MEMO} code points; empty for none
 */
public record Posting(PostingTarget target, Money amount, String memo) {

    public static final int LONGEST_MEMO = 200;

    public static Posting of(PostingTarget target, Money amount) {
        return new Posting(target, amount, "");
    }

    /** The same the other way round. */
    public Posting negated() {
        return new Posting(target, amount.negated(), memo);
    }
}
