/** Answers by idempotency key. */
@NullMarked
package dev.mainstay.postgres.idempotency;

import org.jspecify.annotations.NullMarked;
