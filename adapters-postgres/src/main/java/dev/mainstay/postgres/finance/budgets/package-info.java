/** Budgets in the schema {@code finance}, and what was spent on them. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.finance.budgets;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
