/** Recurring transactions over HTTP. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.finance.schedules;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
