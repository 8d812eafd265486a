/** Banks' statements over HTTP: upload, look, tell what is meant, book. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.http.finance.statements;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
