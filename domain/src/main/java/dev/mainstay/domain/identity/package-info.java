/** Who somebody is: accounts, credentials, sessions, roles. */
@NullMarked
@Meets({})
package dev.mainstay.domain.identity;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
