/** What clients wrote and saw, as intervals on one monotonic clock, and the arithmetic that finds a read that cannot be explained. */
@NullMarked
package dev.mainstay.bootstrap.coherence.history;

import org.jspecify.annotations.NullMarked;
