/** Breaks rules of the house on purpose; never shipped. */
@NullMarked
@Meets({})
package dev.mainstay.domain.deliberate;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
