/** What can be subscribed to, what it costs and what it allows: plans, subscriptions, charges. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.plans;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
