/** How large a body may be and how long it may take to arrive. */
@NullMarked
package dev.mainstay.http.limits;

import org.jspecify.annotations.NullMarked;
