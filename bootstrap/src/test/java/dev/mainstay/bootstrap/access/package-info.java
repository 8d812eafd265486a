/** Who may call what, tried on every operation that the API describes. */
@NullMarked
package dev.mainstay.bootstrap.access;

import org.jspecify.annotations.NullMarked;
