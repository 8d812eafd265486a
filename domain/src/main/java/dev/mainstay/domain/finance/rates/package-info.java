/** What one currency is worth in another on a day. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.finance.rates;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
