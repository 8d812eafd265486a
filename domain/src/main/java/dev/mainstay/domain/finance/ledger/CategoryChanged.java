package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;

/** A category came to be, is called otherwise, stands elsewhere, or was archived, taken back or removed. */
public record CategoryChanged(UserId owner, CategoryId category) implements BooksChanged {}
