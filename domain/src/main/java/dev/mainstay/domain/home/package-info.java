/** How a user arranges the home page. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.home;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
