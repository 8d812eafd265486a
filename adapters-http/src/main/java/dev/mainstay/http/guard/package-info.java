/** Who may call what: deny by default, and one check of token, session, role and rate before a controller is reached. */
@NullMarked
package dev.mainstay.http.guard;

import org.jspecify.annotations.NullMarked;
