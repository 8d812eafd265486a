/** How much of an operation a caller may use. */
@NullMarked
package dev.mainstay.application.ratelimit;

import org.jspecify.annotations.NullMarked;
