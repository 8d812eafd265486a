/** Registering, logging in, sessions, profiles, referrals and administration over HTTP. */
@NullMarked
@Meets({"audit"})
package dev.mainstay.http.identity;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
