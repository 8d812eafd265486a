/** Layouts of the home page in the schema {@code home}. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.home;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
