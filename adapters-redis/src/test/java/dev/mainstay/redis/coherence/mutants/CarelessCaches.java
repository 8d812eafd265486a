package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.redis.coherence.StoredBytes;
import io.lettuce.core.SetArgs;
import java.util.function.Function;

/** Readers that leave out one step of "Reading". */
final class CarelessCaches {

    private CarelessCaches() {}

    /** Stores whatever it has loaded, whoever has come to the key since (fault 1). */
    record WithoutLease(ViewCache real, RawRedis redis, CoherenceLedger ledger) implements ViewCache {
        @Override
        public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
            Cached<V> answer = real.read(view, id, loader);
            if (answer.detail().equals("fill_refused")) {
                redis.set(
                        view.key(id).toString(),
                        StoredBytes.of(view, ledger.standing(), answer),
                        SetArgs.Builder.px(view.ttl().toMillis()));
            }
            return answer;
        }
    }

    /** Stores what it has loaded by a client that sends again what was not answered, or could not be sent (fault 7). */
    record Replaying(ViewCache real, RawRedis persistent, CoherenceLedger ledger) implements ViewCache {
        @Override
        public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
            persistent.connect();
            Cached<V> answer = real.read(view, id, loader);
            if (answer.outcome() == Outcome.BYPASS && answer.detail().startsWith("redis_")) {
                persistent.setSometime(
                        view.key(id).toString(), StoredBytes.of(view, ledger.standing(), answer), view.ttl());
            }
            return answer;
        }
    }

    /** Reads what any release has stored as if it were its own (fault 11). */
    record OfAnyRelease(ViewCache real, RawRedis redis) implements ViewCache {
        @Override
        public <I, V> Cached<V> read(CachedView<I, V> view, I id, Function<I, V> loader) {
            String key = view.key(id).toString();
            redis.get(key)
                    .filter(StoredBytes::isValue)
                    .ifPresent(value -> redis.set(
                            key,
                            StoredBytes.asIfOf(view, value),
                            SetArgs.Builder.xx().keepttl()));
            return real.read(view, id, loader);
        }
    }
}
