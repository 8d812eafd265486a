package dev.mainstay.http.operating;

import dev.mainstay.application.coherence.CacheOperations;
import dev.mainstay.application.coherence.CacheState;
import dev.mainstay.application.coherence.CoherenceLedger.Incarnation;
import dev.mainstay.application.coherence.ViewCatalogue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cache as the instance that answers sees it.
 *
 * @param redis UP, DEGRADED (does not answer, reads bypass it) or ABSENT (not configured)
 * @param breaker CLOSED while requests may ask Redis, else OPEN
 * @param serving whether hits may be served
 * @param withheld why not: no_trust, distrust, quarantine, no_incarnation, redis_other_life or no_cache; absent if they may
 * @param distrustSince since when some instance is cut off from Redis; absent if none is
 * @param incarnation the number of the life of Redis that counts; absent if this instance has never heard of one
 * @param settled whether its quarantine is over
 * @param pendingKeys how many keys this instance has left unfenced and not repaired
 * @param views the catalogue, with this instance's figures since its start
 */
@Serdeable
@Schema(
        requiredProperties = {"redis", "breaker", "serving", "pendingKeys", "views"},
        example = """
                {"redis":"UP","breaker":"CLOSED","serving":true,"incarnation":3,"settled":true,"pendingKeys":0,"views":[\
                {"name":"cache:user:profile","tier":"COHERENT","ttlSeconds":3600,"mayBeStale":true,\
                "invalidatedBy":["AccountChanged"],"dropped":0,"hits":812,"misses":90,"stale":0,"bypasses":[\
                {"reason":"fenced","count":3}],"fillsRefused":1,"verifiedMatches":812,"verifiedMismatches":0}]}""")
record CacheJson(
        String redis,
        String breaker,
        boolean serving,
        @Nullable String withheld,
        @Nullable Instant distrustSince,
        @Nullable Long incarnation,
        @Nullable Boolean settled,
        int pendingKeys,
        List<CachedViewJson> views) {

    static CacheJson from(ViewCatalogue catalogue, CacheOperations operations) {
        CacheState state = operations.state();
        return new CacheJson(
                state.reach().name(),
                state.breakerClosed() ? "CLOSED" : "OPEN",
                state.breakerClosed() && state.withheld().isEmpty(),
                state.withheld().orElse(null),
                state.distrustSince().orElse(null),
                state.inForce().map(Incarnation::number).orElse(null),
                state.inForce().map(Incarnation::settled).orElse(null),
                state.pendingKeys(),
                catalogue.views().stream()
                        .map(view -> CachedViewJson.from(
                                view, state.dropped().getOrDefault(view.name(), 0), operations.figures(view)))
                        .toList());
    }
}
