package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** PostgreSQL is stopped, which ends all sessions, and started again. */
final class PostgresRestarted implements Nemesis {

    private final Cluster cluster;

    PostgresRestarted(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "postgres restarted";
    }

    @Override
    public Subject subject() {
        return Subject.POSTGRES;
    }

    @Override
    public Duration lasting(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(200, 2_000));
    }

    @Override
    public String start(RandomGenerator random) {
        cluster.postgres().stop();
        return "the primary";
    }

    @Override
    public void stop() {
        cluster.postgres().start();
    }
}
