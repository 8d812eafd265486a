/** The append-only, hash-chained audit log (H1). */
@NullMarked
package dev.mainstay.postgres.audit;

import org.jspecify.annotations.NullMarked;
