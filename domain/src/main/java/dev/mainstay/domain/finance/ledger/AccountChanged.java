package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** An account was opened, renamed, closed or reopened. */
public record AccountChanged(UserId owner, LedgerAccountId account) implements BooksChanged {}
