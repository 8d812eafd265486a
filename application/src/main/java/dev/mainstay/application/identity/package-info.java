/** Registering, logging in, sessions, roles, profiles, referrals, and leaving. */
@NullMarked
@Meets({})
package dev.mainstay.application.identity;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
