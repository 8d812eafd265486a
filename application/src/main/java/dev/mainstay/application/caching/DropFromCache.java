package dev.mainstay.application.caching;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.Conflict;
import dev.mainstay.domain.refusal.Invalid;
import java.util.Set;

/**
 * Drops what is cached, for an administrator who doubts it: one key as a write of what it shows would, one view or everything by making
 * the stored values worthless. The order stands in the audit log before it is carried out. When a method returns, no instance serves what
 * was stored before.
 *
 * <p>All refuse with {@link Conflict} {@code no_cache} where no cache is configured.
 */
public final class DropFromCache {

    private static final int LONGEST_ID = 200;

    private final Writes writes;
    private final ViewCatalogue catalogue;
    private final CacheOperations operations;

    public DropFromCache(Writes writes, ViewCatalogue catalogue, CacheOperations operations) {
        this.writes = writes;
        this.catalogue = catalogue;
        this.operations = operations;
    }

    /**
     * Drops one key, whether or not anything lies there.
     *
     * @param id the last segment of the key
     * @throws Invalid if there is no such view, or no key can end so
     */
    public void key(UserId by, String view, String id) {
        var key = key(known(view), id);
        order(new CacheDropOrdered(by, key.toString(), Set.of(key)));
    }

    /**
     * Drops one view.
     *
     * @throws Invalid if there is no such view
     */
    public void view(UserId by, String view) {
        var known = known(view);
        order(new CacheDropOrdered(by, known.name(), Set.of()));
        operations.dropView(known);
    }

    /**
     * Drops all views.
     *
     * @throws dev.mainstay.domain.refusal.Unavailable if the cache cannot be reached
     */
    public void everything(UserId by) {
        order(new CacheDropOrdered(by, "everything", Set.of()));
        operations.dropEverything();
    }

    private CachedView<?, ?> known(String view) {
        return catalogue
                .named(view)
                .orElseThrow(() -> new Invalid(
                        "view", "unknown_view", "must be the name of a view in the catalogue, was '" + view + "'"));
    }

    private static CacheKey key(CachedView<?, ?> view, String id) {
        try {
            if (id.length() <= LONGEST_ID) {
                return view.keyEndingIn(id);
            }
        } catch (IllegalArgumentException noKey) {
            throw malformed(String.valueOf(noKey.getMessage()));
        }
        throw malformed("is longer than " + LONGEST_ID + " characters");
    }

    private static Invalid malformed(String why) {
        return new Invalid("id", "malformed", "must be the last segment of a key as it lies in Redis: " + why);
    }

    private void order(CacheDropOrdered ordered) {
        if (operations.isAbsent()) {
            throw new Conflict("no_cache", "No Redis is configured, so nothing is cached.");
        }
        writes.perform(events -> events.raise(ordered));
    }
}
