/** The wiring of recurrence rules, which several features repeat by. */
@NullMarked
package dev.mainstay.bootstrap.recurrence;

import org.jspecify.annotations.NullMarked;
