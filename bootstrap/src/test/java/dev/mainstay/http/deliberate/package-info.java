/** Breaks rules of the house on purpose; never shipped. */
@NullMarked
package dev.mainstay.http.deliberate;

import org.jspecify.annotations.NullMarked;
