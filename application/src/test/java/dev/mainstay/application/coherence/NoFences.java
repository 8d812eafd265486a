package dev.mainstay.application.coherence;

import java.util.Set;

/** The fences of a deployment without Redis: where nothing is cached, nothing needs protection. */
public final class NoFences implements Fences {

    @Override
    public Fence raise(Set<CacheKey> keys) {
        return () -> {};
    }
}
