package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** A transaction came to be that is pending; one that is posted at once is told of by {@link TransactionPosted} alone. */
public record TransactionRecorded(UserId owner, TransactionId transaction) implements BooksChanged {}
