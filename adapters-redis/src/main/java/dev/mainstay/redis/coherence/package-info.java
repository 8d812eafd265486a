/** The view cache and its fences in Redis (coherence.md). */
@NullMarked
package dev.mainstay.redis.coherence;

import org.jspecify.annotations.NullMarked;
