package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import dev.mainstay.bootstrap.faults.Signals;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** An instance stops between any two of its steps and goes on later: shorter than its leases last, or longer. */
final class InstancePaused implements Nemesis {

    private final Cluster cluster;
    private final List<Duration> lengths;
    private @Nullable Instance struck;

    /** Pauses of lengths of which one is drawn by lot. */
    InstancePaused(Cluster cluster, List<Duration> lengths) {
        this.cluster = cluster;
        this.lengths = List.copyOf(lengths);
    }

    @Override
    public String name() {
        return "instance paused";
    }

    @Override
    public Subject subject() {
        return Subject.INSTANCES;
    }

    @Override
    public Duration lasting(RandomGenerator random) {
        return lengths.get(random.nextInt(lengths.size()));
    }

    @Override
    public String start(RandomGenerator random) {
        Instance instance = cluster.anyInstance(random);
        Signals.send("STOP", instance.process());
        struck = instance;
        return "instance " + instance.number();
    }

    @Override
    public void stop() {
        if (struck != null) {
            Signals.send("CONT", struck.process());
            struck = null;
        }
    }
}
