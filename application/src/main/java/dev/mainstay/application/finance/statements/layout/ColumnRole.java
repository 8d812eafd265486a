package dev.mainstay.application.finance.statements.layout;

/** What a column of a statement says. */
public enum ColumnRole {
    /** The day on which it was booked. */
    DATE,
    /** The day from which it bears interest; the day, if there is no other. */
    VALUE_DATE,
    /** The amount with its sign, or without one beside a {@link #DIRECTION}. */
    AMOUNT,
    /** What went out. */
    DEBIT,
    /** What came in. */
    CREDIT,
    /** Whether the amount came in or went out, in a word or a letter. */
    DIRECTION,
    /** The same, of a bank that lists what moved nothing, too. */
    EFFECT,
    CURRENCY,
    /** The other party. */
    PAYEE,
    /** The other party of what came in. */
    PAYER,
    /** The other party of what went out. */
    RECIPIENT,
    /** What it was for; several columns are joined. */
    TEXT,
    /** What kind of booking it is; stands for the text where there is none. */
    KIND,
    /** What the parties call it, which need not be unique. */
    REFERENCE,
    /** What the bank calls it, and no other. */
    ID,
    /** The {@link #ID} of another row that this one belongs to, such as the payment of a refund. */
    RELATED,
    BALANCE,
    /** What the bank took beside the amount. */
    FEE,
    /** The amount after the fee. */
    NET,
    /** Whether it is booked yet, or not at all. */
    STATUS
}
