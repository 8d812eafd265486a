/** Rates in the schema {@code finance}. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.finance.rates;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
