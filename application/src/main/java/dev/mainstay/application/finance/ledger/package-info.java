/** Keeping a person's books: accounts, categories, payees, and recording what happened so that it always adds up. */
@NullMarked
@Meets({"identity", "plans"})
package dev.mainstay.application.finance.ledger;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
