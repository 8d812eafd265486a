package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Redis is saved; a while later it is killed, and comes back with what it held when it was saved. */
final class RedisFromAnOldSnapshot implements Nemesis {

    private final Cluster cluster;
    private @Nullable Path snapshot;

    RedisFromAnOldSnapshot(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "redis from an old snapshot";
    }

    @Override
    public Subject subject() {
        return Subject.REDIS;
    }

    /** Time enough for values of the snapshot to become untrue. */
    @Override
    public Duration lasting(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(1_500, 5_000));
    }

    @Override
    public String start(RandomGenerator random) {
        snapshot = cluster.redis().primary().snapshot();
        return "the primary";
    }

    @Override
    public void stop() {
        RedisServer primary = cluster.redis().primary();
        primary.kill();
        if (snapshot != null) {
            primary.startFrom(snapshot);
            snapshot = null;
        }
    }
}
