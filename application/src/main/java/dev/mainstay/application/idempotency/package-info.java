/** A creating request that is sent twice is carried out once. */
@NullMarked
package dev.mainstay.application.idempotency;

import org.jspecify.annotations.NullMarked;
