/** Breaks rules of the house on purpose; never shipped. */
@NullMarked
package dev.mainstay.redis.deliberate;

import org.jspecify.annotations.NullMarked;
