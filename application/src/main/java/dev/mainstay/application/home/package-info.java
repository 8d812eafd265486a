/** The home page: a snapshot of every feature's widget, as each user has arranged them. */
@NullMarked
@Meets({"finance", "identity", "planner"})
package dev.mainstay.application.home;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
