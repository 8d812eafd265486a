/** Exchange rates: dated facts, imported from the history that the European Central Bank publishes (F2). */
@NullMarked
@Meets({"identity"})
package dev.mainstay.application.finance.rates;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
