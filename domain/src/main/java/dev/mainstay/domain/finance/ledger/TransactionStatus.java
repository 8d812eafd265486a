package dev.mainstay.domain.finance.ledger;

/** Where a transaction is in its life: pending ones are posted or voided, and then stay so for ever. */
public enum TransactionStatus {
    PENDING,
    POSTED,
    VOID
}
