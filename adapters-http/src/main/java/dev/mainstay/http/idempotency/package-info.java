/** {@code Idempotency-Key}: a repeated request has its effect once and gets the first answer again. */
@NullMarked
package dev.mainstay.http.idempotency;

import org.jspecify.annotations.NullMarked;
