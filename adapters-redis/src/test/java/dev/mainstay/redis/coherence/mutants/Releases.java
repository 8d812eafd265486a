package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.KeyModule;
import java.util.UUID;

/** Two releases whose records of {@link World#VIEW} look alike in JSON and mean different things. */
final class Releases {

    private static final long HUNDRED = 100;
    private static final CachedView<UUID, Wholes> OLDER = view(Wholes.class);
    private static final CachedView<UUID, Hundredths> NEWER = view(Hundredths.class);

    private Releases() {}

    private record Wholes(long amount) {}

    private record Hundredths(long amount) {}

    private static <V> CachedView<UUID, V> view(Class<V> type) {
        return CachedView.of(KeyModule.CACHE, "mutants", "thing", UUID::toString, type);
    }

    /** An instance of the older release reads. */
    static Outcome older(World world) {
        return world.judged(world.here, OLDER, Wholes::amount, id -> new Wholes(world.fact()))
                .outcome();
    }

    /** An instance of the newer release reads. */
    static Outcome newer(World world) {
        return world.judged(
                        world.there,
                        NEWER,
                        shown -> shown.amount() / HUNDRED,
                        id -> new Hundredths(world.fact() * HUNDRED))
                .outcome();
    }
}
