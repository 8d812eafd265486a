package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import java.util.random.RandomGenerator;

/** Redis stops and goes on: what it was sent meanwhile it does late. */
final class RedisPaused implements Nemesis {

    private final Cluster cluster;

    RedisPaused(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "redis paused";
    }

    @Override
    public Subject subject() {
        return Subject.REDIS;
    }

    @Override
    public String start(RandomGenerator random) {
        Signals.stop(cluster.redis().primary().process());
        return "the primary";
    }

    @Override
    public void stop() {
        Signals.goOn(cluster.redis().primary().process());
    }
}
