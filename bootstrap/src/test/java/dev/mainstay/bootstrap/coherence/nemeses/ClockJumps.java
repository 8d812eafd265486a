package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The clock of an instance jumps, and later jumps back. It is told on its standard input by how many seconds it is wrong. */
final class ClockJumps implements Nemesis {

    /** Further back, all access tokens would be of the future. */
    private static final List<Integer> SECONDS = List.of(5_400, 600, 7, -8);

    private final Cluster cluster;
    private @Nullable Instance struck;

    ClockJumps(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "clock jumps";
    }

    @Override
    public Subject subject() {
        return Subject.INSTANCES;
    }

    @Override
    public boolean mayRefuse() {
        return false;
    }

    @Override
    public String start(RandomGenerator random) {
        Instance instance = cluster.anyInstance(random);
        int seconds = SECONDS.get(random.nextInt(SECONDS.size()));
        instance.tell(String.valueOf(seconds));
        struck = instance;
        return "instance " + instance.number() + " by " + seconds + " s";
    }

    @Override
    public void stop() {
        if (struck != null) {
            struck.tell("0");
            struck = null;
        }
    }
}
