/** Wake-ups of queue workers between instances over pub/sub (G16). */
@NullMarked
package dev.mainstay.redis.jobs;

import org.jspecify.annotations.NullMarked;
