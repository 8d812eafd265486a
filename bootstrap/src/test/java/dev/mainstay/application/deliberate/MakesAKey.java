package dev.mainstay.application.deliberate;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.bootstrap.architecture.Violates;

@Violates("only_the_catalogue_and_the_signals_make_keys")
final class MakesAKey {
    private MakesAKey() {}

    static CacheKey key() {
        return new CacheKey(KeyModule.CACHE, "a", "b", "c");
    }
}
