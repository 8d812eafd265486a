/** Banks' statements in the schema {@code finance}. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.postgres.finance.statements;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
