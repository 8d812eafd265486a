package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Somebody flushes Redis, fences, leases, markers and all. */
final class RedisFlushed implements Nemesis {

    private final Cluster cluster;

    RedisFlushed(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "redis flushed";
    }

    @Override
    public Subject subject() {
        return Subject.REDIS;
    }

    /** It is done at once; this is how long its effects are counted as its own. */
    @Override
    public Duration lasting(RandomGenerator random) {
        return Duration.ofMillis(500);
    }

    @Override
    public String start(RandomGenerator random) {
        cluster.redis().primary().ask("FLUSHALL");
        return "the primary";
    }

    @Override
    public void stop() {
        // Nothing to put right.
    }
}
