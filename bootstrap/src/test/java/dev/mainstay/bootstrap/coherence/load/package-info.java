/** Clients that cost little: raw HTTP/1.1 over kept connections, readers as fast as they can, writers that keep versions in order. */
@NullMarked
package dev.mainstay.bootstrap.coherence.load;

import org.jspecify.annotations.NullMarked;
