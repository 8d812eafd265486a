package dev.mainstay.domain.finance.ledger;

/** What a posting changes: one of the owner's accounts, one of their categories, or what stands for the rest of the world. */
public sealed interface PostingTarget {

    /** Money in one of the owner's accounts. */
    record ToAccount(LedgerAccountId account) implements PostingTarget {}

    /** Money that was earned or spent. */
    record ToCategory(CategoryId category) implements PostingTarget {}

    /** Money from before the books, or of another currency. */
    record ToNominal(Nominal nominal) implements PostingTarget {}

    static PostingTarget to(LedgerAccountId account) {
        return new ToAccount(account);
    }

    static PostingTarget to(CategoryId category) {
        return new ToCategory(category);
    }

    static PostingTarget to(Nominal nominal) {
        return new ToNominal(nominal);
    }
}
