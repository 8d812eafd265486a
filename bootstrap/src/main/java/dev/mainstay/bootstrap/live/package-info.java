/** The wiring of live updates. */
@NullMarked
package dev.mainstay.bootstrap.live;

import org.jspecify.annotations.NullMarked;
