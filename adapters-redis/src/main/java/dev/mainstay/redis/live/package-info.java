/** Live hints between instances over pub/sub. */
@NullMarked
package dev.mainstay.redis.live;

import org.jspecify.annotations.NullMarked;
