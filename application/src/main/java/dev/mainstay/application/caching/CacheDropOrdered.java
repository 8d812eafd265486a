package dev.mainstay.application.caching;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.NamesKeys;
import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import dev.mainstay.domain.identity.UserId;
import java.util.Map;
import java.util.Set;

/**
 * An administrator ordered that what is cached be dropped. It is found in the audit log under the administrator, for the cache has no id.
 *
 * @param what the key or the view, or everything
 * @param keys the key, if it is one; views and everything are dropped without naming keys
 */
record CacheDropOrdered(UserId by, String what, Set<CacheKey> keys) implements Audited, NamesKeys {

    CacheDropOrdered {
        keys = Set.copyOf(keys);
    }

    @Override
    public AuditEntry audited() {
        return new AuditEntry(by.value(), "cache.drop_ordered", "cache", by.value(), Map.of(), Map.of("dropped", what));
    }
}
