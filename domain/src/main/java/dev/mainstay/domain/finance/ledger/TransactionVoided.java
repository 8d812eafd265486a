package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** A pending transaction will never count. */
public record TransactionVoided(UserId owner, TransactionId transaction) implements BooksChanged {}
