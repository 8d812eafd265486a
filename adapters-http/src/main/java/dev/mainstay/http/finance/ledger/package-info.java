/** A person's books over HTTP: accounts, categories, payees, transactions. */
@NullMarked
@Meets({"identity", "plans"})
package dev.mainstay.http.finance.ledger;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
