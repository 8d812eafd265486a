/** Exchange rates over HTTP, and from the European Central Bank's file. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.finance.rates;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
