package dev.mainstay.redis.coherence.mutants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.redis.coherence.StoredBytes;
import java.time.Duration;
import java.util.Set;

/** Writers that leave out one step of "Writing". */
final class CarelessFences {

    /** Shorter than a pause that PostgreSQL lets pass. */
    static final Duration MOMENT = Duration.ofMillis(100);

    private CarelessFences() {}

    /** Evicts before the commit and stays out of the way afterwards (fault 2). */
    static Fences evictingBefore(RawRedis redis) {
        return keys -> {
            redis.delete(names(keys));
            return () -> {};
        };
    }

    /** Deletes after the commit: usual cache-aside (fault 3). */
    static Fences deletingAfter(RawRedis redis) {
        return keys -> () -> redis.delete(names(keys));
    }

    /** Would delete after the commit, and is dead by then (fault 4). */
    static Fences dyingBeforeTheDelete() {
        return keys -> () -> {};
    }

    /** Deletes whatever lies there when it has committed, another writer's fence too (fault 9). */
    static Fences loweringForAll(Fences real, RawRedis redis) {
        return keys -> {
            var fence = real.raise(keys);
            return () -> {
                redis.delete(names(keys));
                fence.lower();
            };
        };
    }

    /** Sees nothing to invalidate where "there is none" is stored (fault 10). */
    static Fences ofWhatIsThere(Fences real, RawRedis redis) {
        return keys -> real.raise(
                keys.stream().filter(key -> !saysThereIsNone(redis, key)).collect(toSet()));
    }

    private static boolean saysThereIsNone(RawRedis redis, CacheKey key) {
        return redis.get(key.toString())
                .filter(StoredBytes::isValue)
                .filter(value -> new String(value, UTF_8).contains("null"))
                .isPresent();
    }

    /** Fences for a moment only, which is enough unless somebody pauses (fault 12). */
    static Fences forAMoment(Fences real, RawRedis redis) {
        return keys -> {
            var fence = real.raise(keys);
            keys.forEach(key -> redis.expire(key.toString(), MOMENT));
            return fence;
        };
    }

    private static String[] names(Set<CacheKey> keys) {
        return keys.stream().map(CacheKey::toString).toArray(String[]::new);
    }
}
