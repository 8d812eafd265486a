/** The home page and its layout over HTTP. */
@NullMarked
@Meets({"finance", "identity", "planner"})
package dev.mainstay.http.home;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
