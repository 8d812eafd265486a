package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.plans.LimitUse;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.plans.Limit;

/** How many accounts a user has, closed ones included. */
public final class AccountsUsed implements LimitUse {

    private final LedgerAccounts accounts;

    public AccountsUsed(LedgerAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Limit limit() {
        return Limit.FINANCE_ACCOUNTS;
    }

    @Override
    public long of(UserId user) {
        return accounts.count(user);
    }
}
