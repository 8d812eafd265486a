/** Transactions that come again: a template and the rule by which it is due (F3). */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
