package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import java.util.random.RandomGenerator;

/** Redis is killed and comes back with nothing in it. */
final class RedisKilled implements Nemesis {

    private final Cluster cluster;

    RedisKilled(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "redis killed";
    }

    @Override
    public Subject subject() {
        return Subject.REDIS;
    }

    @Override
    public String start(RandomGenerator random) {
        cluster.redis().primary().kill();
        return "the primary";
    }

    @Override
    public void stop() {
        cluster.redis().primary().startEmpty();
    }
}
