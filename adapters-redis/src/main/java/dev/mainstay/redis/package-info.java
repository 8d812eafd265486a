/** The one door to everything that Redis is used for. */
@NullMarked
package dev.mainstay.redis;

import org.jspecify.annotations.NullMarked;
