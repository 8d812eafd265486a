/** Whether this instance lives, may serve, and how it is doing. */
@NullMarked
package dev.mainstay.bootstrap.health;

import org.jspecify.annotations.NullMarked;
