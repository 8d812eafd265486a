package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** Notes, payee, tags or attachments of a transaction changed. */
public record AnnotationChanged(UserId owner, TransactionId transaction) implements BooksChanged {}
