/** Plans and subscriptions, and the small port through which features ask what a user may do. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.application.plans;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
