/** Breaks rules of the house on purpose; never shipped. */
@NullMarked
package dev.mainstay.domain.deliberatepeer;

import org.jspecify.annotations.NullMarked;
