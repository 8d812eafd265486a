/** Tasks, focus sessions and achievements over HTTP. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.planner;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
