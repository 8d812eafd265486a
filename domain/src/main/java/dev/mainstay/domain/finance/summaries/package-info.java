/** What went in and out, in brief (F3). */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.finance.summaries;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
