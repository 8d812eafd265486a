package dev.mainstay.redis.coherence;

import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.redis.connection.RedisWrites;
import dev.mainstay.redis.connection.RedisWrites.Raised;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fences of this instance that stand: those of a commit that takes long are renewed, those that could not be lowered are lowered in
 * the background. Neither is needed for the truth of anything but a very slow commit: a fence that nobody lowers expires.
 */
final class StandingFences {

    /** More than are ever under way; beyond, those to be lowered are left to expire. */
    private static final int MOST = 10_000;

    private final CoherenceTimes times;
    private final TrustLease lease;
    private final RedisWrites writes;
    private final Set<Standing> underWay = ConcurrentHashMap.newKeySet();
    private final Set<Standing> toLower = ConcurrentHashMap.newKeySet();

    StandingFences(CoherenceTimes times, TrustLease lease, RedisWrites writes) {
        this.times = times;
        this.lease = lease;
        this.writes = writes;
    }

    /** One writer's fences; equal to itself alone. */
    static final class Standing {
        private final List<String> keys;
        private final String token;
        private final long since;

        private Standing(List<String> keys, String token, long since) {
            this.keys = keys;
            this.token = token;
            this.since = since;
        }
    }

    /** A writer has fenced and is going to commit. */
    Standing raised(List<String> keys, String token) {
        var standing = new Standing(keys, token, lease.now());
        underWay.add(standing);
        return standing;
    }

    /** It has committed or rolled back. */
    void ended(Standing standing) {
        underWay.remove(standing);
    }

    /** It has ended, and its fences may stand. */
    void lowerLater(List<String> keys, String token) {
        if (toLower.size() < MOST) {
            toLower.add(new Standing(keys, token, lease.now()));
        }
    }

    /** Renews and lowers once. */
    void round() {
        lease.current().map(TrustLease.Term::runId).ifPresent(runId -> {
            renew(runId);
            lower(runId);
        });
    }

    private void renew(String runId) {
        // PostgreSQL lost such a client long ago, and nobody learned how it ended.
        underWay.removeIf(each -> age(each) > times.fence().multipliedBy(2).toNanos());
        underWay.stream()
                .filter(each -> age(each) > times.fenceRenewal().toNanos())
                .forEach(each -> renew(runId, each));
    }

    private void renew(String runId, Standing each) {
        Patiently.await(writes.raiseAgain(runId, each.keys, each.token, times.fence()));
        if (!underWay.contains(each)) {
            // It ended meanwhile, and its fences may have been lowered before they were raised again.
            toLower.add(each);
        }
    }

    private void lower(String runId) {
        toLower.removeIf(each -> age(each) > times.fence().toNanos() || isLowered(runId, each));
    }

    private boolean isLowered(String runId, Standing each) {
        var fences = each.keys.stream().map(key -> new Raised(key, each.token)).toList();
        return Patiently.await(writes.lowerEach(runId, fences)).isPresent();
    }

    private long age(Standing standing) {
        return lease.now() - standing.since;
    }
}
