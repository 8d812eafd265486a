/** Every refusal and failure as {@code application/problem+json} (RFC 9457), made in one place. */
@NullMarked
package dev.mainstay.http.problem;

import org.jspecify.annotations.NullMarked;
