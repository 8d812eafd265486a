/** Tasks as calendar files (RFC 5545) and as tables (RFC 4180): read leniently, written strictly. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.planner.exchange;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
