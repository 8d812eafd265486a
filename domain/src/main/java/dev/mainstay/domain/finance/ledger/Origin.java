package dev.mainstay.domain.finance.ledger;

/** What a transaction came from. */
public enum Origin {
    /** Its owner wrote it down. */
    MANUAL,
    /** Its owner moved money from account to account. */
    TRANSFER,
    /** It takes another one back. */
    REVERSAL,
    /** A recurring one was due. */
    SCHEDULE,
    /** It was read from a bank's statement. */
    STATEMENT
}
