/** What went in and out, and what somebody owns, in brief and over time (F3). */
@NullMarked
@Meets({"identity"})
package dev.mainstay.application.finance.summaries;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
