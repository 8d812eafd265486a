/** The connection to Redis: budgets, the circuit breaker, and every command that writes. */
@NullMarked
package dev.mainstay.redis.connection;

import org.jspecify.annotations.NullMarked;
