/** Accounts, sessions, codes, letters and referrals in the schema {@code identity}. */
@NullMarked
@Meets({})
package dev.mainstay.postgres.identity;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
