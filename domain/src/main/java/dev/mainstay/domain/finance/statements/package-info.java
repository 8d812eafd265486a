/** Banks' statements. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.domain.finance.statements;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
