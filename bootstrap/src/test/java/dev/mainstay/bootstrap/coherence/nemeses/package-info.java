/** The faults that strike a cluster, one small class each, and the schedule by which they do. */
@NullMarked
package dev.mainstay.bootstrap.coherence.nemeses;

import org.jspecify.annotations.NullMarked;
