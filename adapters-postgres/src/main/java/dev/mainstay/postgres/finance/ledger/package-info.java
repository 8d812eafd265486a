/** The books in the schema {@code finance}, whose triggers refuse what would break them. */
@NullMarked
@Meets({"identity", "plans"})
package dev.mainstay.postgres.finance.ledger;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
