package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** A payee came to be, changed, or was removed. */
public record PayeeChanged(UserId owner, PayeeId payee) implements BooksChanged {}
