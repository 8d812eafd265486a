package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.identity.UserId;
import java.time.LocalDate;
import java.util.Set;

/**
 * A transaction counts from now on: once for each that becomes posted, reversals too.
 *
 * @param day its accounting day
 * @param accounts that it posts to
 * @param categories that it posts to
 */
public record TransactionPosted(
        UserId owner,
        TransactionId transaction,
        LocalDate day,
        Set<LedgerAccountId> accounts,
        Set<CategoryId> categories)
        implements BooksChanged {

    public TransactionPosted {
        accounts = Set.copyOf(accounts);
        categories = Set.copyOf(categories);
    }
}
