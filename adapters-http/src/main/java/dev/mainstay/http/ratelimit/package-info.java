/** How much of each operation a user or an address may use, and how an answer says so (R1). */
@NullMarked
package dev.mainstay.http.ratelimit;

import org.jspecify.annotations.NullMarked;
