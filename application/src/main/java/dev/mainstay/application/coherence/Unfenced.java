package dev.mainstay.application.coherence;

import dev.mainstay.application.coherence.Fences.Fence;
import java.util.Set;

/**
 * What a writer does about keys that it could not fence: the seam for the trust lease (coherence.md, "When the fence cannot be
 * raised"). Called inside the transaction, before COMMIT, so it may delay or refuse the commit and store facts of its own.
 */
@FunctionalInterface
public interface Unfenced {

    /** Lets the writer commit; the adapter of the cache repairs its keys once it can reach them. */
    Unfenced COMMIT_ANYWAY = keys -> () -> {};

    /** Prepares the commit and returns what there is to do after it, or after rollback. Never throws for the cache. */
    Fence commitWithout(Set<CacheKey> keys);
}
