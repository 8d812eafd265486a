/** Summaries and net worth over HTTP. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.finance.summaries;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
