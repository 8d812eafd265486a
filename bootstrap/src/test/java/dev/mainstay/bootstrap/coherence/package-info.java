/**
 * Layer 2 of coherence.md's proof: a system under test behind faulty links, clients that write versioned facts and read views over
 * HTTP, nemeses that strike by a seed, and a checker that tells from intervals whether any read went back in time.
 */
@NullMarked
package dev.mainstay.bootstrap.coherence;

import org.jspecify.annotations.NullMarked;
