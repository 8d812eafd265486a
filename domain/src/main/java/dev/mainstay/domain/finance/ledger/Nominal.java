package dev.mainstay.domain.finance.ledger;

/** What a posting may be against where there is neither account nor category. */
public enum Nominal {
    /** What an account held before its books began. */
    OPENING,
    /** Money that became money of another currency. */
    EXCHANGE
}
