/** The wiring of what every feature stands on: facts, cache, time, ids, the write flow. */
@NullMarked
package dev.mainstay.bootstrap.ground;

import org.jspecify.annotations.NullMarked;
