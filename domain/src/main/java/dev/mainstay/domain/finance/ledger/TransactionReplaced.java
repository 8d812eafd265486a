package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** A pending transaction says something else. */
public record TransactionReplaced(UserId owner, TransactionId transaction) implements BooksChanged {}
