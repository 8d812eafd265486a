/** Plans and subscriptions over HTTP. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.plans;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
