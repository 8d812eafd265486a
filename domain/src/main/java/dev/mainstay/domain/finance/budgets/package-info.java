/** Budgets: what is to be spent at most on a category in a week, a month or a year (F3). */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.finance.budgets;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
