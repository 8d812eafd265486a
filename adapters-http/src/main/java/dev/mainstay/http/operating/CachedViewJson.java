package dev.mainstay.http.operating;

import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.ViewFigures;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * A view of the catalogue, and what the instance that answers has counted of it since its start.
 *
 * @param name module, entity and scope of its keys
 * @param tier COHERENT (never behind the facts) or TIMED (behind by up to its ttl)
 * @param ttlSeconds how long a value may lie
 * @param mayBeStale whether it may be shown, labelled, while the database is away
 * @param invalidatedBy the events that make a value untrue
 * @param dropped how often an operator has dropped the view
 * @param hits reads that the cache answered
 * @param misses reads that were loaded and stored
 * @param stale reads answered by a possibly stale value while the database was away
 * @param bypasses reads that were loaded and not stored, by reason
 * @param fillsRefused loaded values that came too late to be stored
 * @param verifiedMatches hits that were recomputed and equalled the facts
 * @param verifiedMismatches hits that did not: a defect
 */
@Serdeable
@Schema(
        requiredProperties = {
            "name",
            "tier",
            "ttlSeconds",
            "mayBeStale",
            "invalidatedBy",
            "dropped",
            "hits",
            "misses",
            "stale",
            "bypasses",
            "fillsRefused",
            "verifiedMatches",
            "verifiedMismatches"
        },
        example = """
                {"name":"cache:user:profile","tier":"COHERENT","ttlSeconds":3600,"mayBeStale":true,\
                "invalidatedBy":["AccountChanged"],"dropped":0,"hits":812,"misses":90,"stale":0,"bypasses":[\
                {"reason":"fenced","count":3}],"fillsRefused":1,"verifiedMatches":812,"verifiedMismatches":0}""")
record CachedViewJson(
        String name,
        String tier,
        long ttlSeconds,
        boolean mayBeStale,
        List<String> invalidatedBy,
        int dropped,
        long hits,
        long misses,
        long stale,
        List<BypassesJson> bypasses,
        long fillsRefused,
        long verifiedMatches,
        long verifiedMismatches) {

    static CachedViewJson from(CachedView<?, ?> view, int dropped, ViewFigures figures) {
        return new CachedViewJson(
                view.name(),
                view.tier().name(),
                view.ttl().toSeconds(),
                view.mayBeStaleWhileDatabaseIsAway(),
                view.invalidatingEvents().stream().map(Class::getSimpleName).toList(),
                dropped,
                figures.hits(),
                figures.misses(),
                figures.stale(),
                figures.bypasses().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new BypassesJson(each.getKey(), each.getValue()))
                        .toList(),
                figures.fillsRefused(),
                figures.matches(),
                figures.mismatches());
    }
}
