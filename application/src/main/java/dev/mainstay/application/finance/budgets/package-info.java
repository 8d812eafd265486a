/** Budgets, how they stand, and the word that is given when one is nearly or wholly spent (F3). */
@NullMarked
@Meets({"identity", "plans"})
package dev.mainstay.application.finance.budgets;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
