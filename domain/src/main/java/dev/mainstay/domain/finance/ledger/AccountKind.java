package dev.mainstay.domain.finance.ledger;

/** What kind of money an account in the books holds; the rules are the same for all. */
public enum AccountKind {
    CASH,
    BANK,
    CREDIT,
    SAVINGS
}
