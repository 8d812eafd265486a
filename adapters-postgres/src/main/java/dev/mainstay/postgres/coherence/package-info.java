/** What the facts' store decides about the cache: which life of it counts, and who commits without fences. */
@NullMarked
package dev.mainstay.postgres.coherence;

import org.jspecify.annotations.NullMarked;
