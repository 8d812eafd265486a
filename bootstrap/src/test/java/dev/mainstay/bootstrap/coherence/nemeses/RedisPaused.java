package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.faults.Signals;
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
        Signals.send("STOP", cluster.redis().primary().process());
        return "the primary";
    }

    @Override
    public void stop() {
        Signals.send("CONT", cluster.redis().primary().process());
    }
}
