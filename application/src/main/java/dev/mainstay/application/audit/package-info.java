/** The append-only, hash-chained record of who did what (H1). */
@NullMarked
package dev.mainstay.application.audit;

import org.jspecify.annotations.NullMarked;
