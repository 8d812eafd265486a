/** Breaks rules of the house on purpose; never shipped. */
@NullMarked
package dev.mainstay.application.deliberate;

import org.jspecify.annotations.NullMarked;
