/**
 * Layer 3 of coherence.md's proof: each numbered fault as a {@code Mutant} of the protocol, made by putting something careless in the place of
 * one of its collaborators, and as a scenario in which the protocol itself never shows an old value and the mutant does.
 */
@NullMarked
package dev.mainstay.redis.coherence.mutants;

import org.jspecify.annotations.NullMarked;
