/** How large a request may be, how long it may take to arrive, and where it ends. */
@NullMarked
package dev.mainstay.http.limits;

import org.jspecify.annotations.NullMarked;
