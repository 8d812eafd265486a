/** Breaks rules of the house on purpose; never shipped. */
@NullMarked
package dev.mainstay.bootstrap.util;

import org.jspecify.annotations.NullMarked;
