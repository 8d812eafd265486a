/** Budgets over HTTP. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.finance.budgets;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
