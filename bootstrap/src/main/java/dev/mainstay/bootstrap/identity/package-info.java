/** Wires identity together, with its libraries: argon2id, JWT, mail. */
@NullMarked
@Meets({})
package dev.mainstay.bootstrap.identity;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
