/** Plans, subscriptions and charges in the schema {@code plans}. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.plans;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
