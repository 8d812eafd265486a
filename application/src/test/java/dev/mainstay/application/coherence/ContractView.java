package dev.mainstay.application.coherence;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The view of the coherence contracts: a text and what there may be besides, of a thing with a fresh id.
 *
 * @param goodUntil when time alone makes it untrue
 */
public record ContractView(String text, Optional<String> note, Instant goodUntil) {

    public static final CachedView<UUID, ContractView> VIEW = CachedView.of(
                    KeyModule.CACHE, "contract", "thing", UUID::toString, ContractView.class)
            .goodUntil(ContractView::goodUntil);

    static final Duration SHORT = Duration.ofMillis(80);
    static final CachedView<UUID, ContractView> SHORT_LIVED = CachedView.of(
                    KeyModule.CACHE, "contract-short", "thing", UUID::toString, ContractView.class)
            .ttl(SHORT);

    public static ContractView saying(String text) {
        return new ContractView(text, Optional.empty(), Instant.MAX);
    }

    public static Set<CacheKey> keys(UUID... ids) {
        var keys = new LinkedHashSet<CacheKey>();
        for (UUID id : ids) {
            keys.add(VIEW.key(id));
        }
        return keys;
    }
}
