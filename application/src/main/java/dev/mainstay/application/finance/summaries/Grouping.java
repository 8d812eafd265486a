package dev.mainstay.application.finance.summaries;

/** What a summary has a line for. */
public enum Grouping {
    DAY,
    /** From Monday to Sunday. */
    WEEK,
    MONTH,
    CATEGORY,
    ACCOUNT;

    /** Whether its lines are stretches of time. */
    public boolean ofTime() {
        return this == DAY || this == WEEK || this == MONTH;
    }
}
