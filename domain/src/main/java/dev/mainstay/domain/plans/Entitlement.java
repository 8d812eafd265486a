package dev.mainstay.domain.plans;

/** Something that a plan allows or does not; a feature that is for some alone asks for it (U11). */
public enum Entitlement {
    /** To import bank statements. */
    STATEMENT_IMPORT,
    /** To have transactions recorded by a schedule. */
    RECURRING_TRANSACTIONS
}
