/** Rate limits counted in Redis (R1). */
@NullMarked
package dev.mainstay.redis.ratelimit;

import org.jspecify.annotations.NullMarked;
