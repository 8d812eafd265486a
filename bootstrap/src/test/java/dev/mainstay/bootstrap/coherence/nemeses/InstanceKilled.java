package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An instance dies in the middle of whatever it does, and is started again. */
final class InstanceKilled implements Nemesis {

    private final Cluster cluster;
    private @Nullable Instance struck;

    InstanceKilled(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "instance killed";
    }

    @Override
    public Subject subject() {
        return Subject.INSTANCES;
    }

    /** Its start takes longer than that anyway. */
    @Override
    public Duration lasting(RandomGenerator random) {
        return Duration.ofMillis(500);
    }

    @Override
    public String start(RandomGenerator random) {
        Instance instance = cluster.anyInstance(random);
        instance.kill();
        struck = instance;
        return "instance " + instance.number();
    }

    @Override
    public void stop() {
        if (struck != null) {
            struck.start();
            struck = null;
        }
    }
}
