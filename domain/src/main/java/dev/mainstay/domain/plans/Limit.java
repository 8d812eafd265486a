package dev.mainstay.domain.plans;

import java.util.Locale;

/** Something that a plan allows so many of; a feature asks before it makes one more (U11). */
public enum Limit {
    /** Accounts that money is kept in, closed ones included. */
    FINANCE_ACCOUNTS(200),
    /** Budgets. */
    FINANCE_BUDGETS(200);

    private final long otherwise;

    Limit(long otherwise) {
        this.otherwise = otherwise;
    }

    /** How many there may be where neither the plan nor the default plan says so. */
    public long otherwise() {
        return otherwise;
    }

    /** The code of the refusal when all are used, such as {@code finance_accounts_limit}. */
    public String refusalCode() {
        return name().toLowerCase(Locale.ROOT) + "_limit";
    }
}
