/** Summaries and net worth, from what the triggers of {@code finance} keep summed up. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.finance.summaries;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
