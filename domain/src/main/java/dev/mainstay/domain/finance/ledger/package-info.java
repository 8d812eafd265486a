/** A person's books: accounts, categories, payees, and transactions of two or more postings that sum to zero. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.finance.ledger;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
