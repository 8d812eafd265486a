/** Tasks, focus sessions and achievements in the schema {@code planner}. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.planner;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
