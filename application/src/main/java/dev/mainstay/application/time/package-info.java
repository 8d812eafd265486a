/** Time, ids and randomness as ports, so that use cases can be run again alike. */
@NullMarked
package dev.mainstay.application.time;

import org.jspecify.annotations.NullMarked;
