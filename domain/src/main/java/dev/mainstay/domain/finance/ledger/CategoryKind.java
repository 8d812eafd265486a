package dev.mainstay.domain.finance.ledger;

/** Whether a category says where money came from or where it went. */
public enum CategoryKind {
    INCOME,
    EXPENSE
}
