package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.nemeses.Nemesis.Subject;
import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Direction;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All faults that coherence.md names. */
public final class Nemeses {

    private static final Set<Direction> BOTH = EnumSet.allOf(Direction.class);
    private static final Set<Direction> THERE = EnumSet.of(Direction.REQUESTS);
    private static final Set<Direction> BACK = EnumSet.of(Direction.ANSWERS);

    private Nemeses() {}

    /**
     * One of each kind.
     *
     * @param pauses of an instance: some shorter than its leases last, some longer
     */
    public static List<Nemesis> all(Cluster cluster, List<Duration> pauses) {
        return List.of(
                new RedisKilled(cluster),
                new RedisPaused(cluster),
                new RedisFlushed(cluster),
                new RedisFromAnOldSnapshot(cluster),
                new RedisFailsOver(cluster),
                new Cut("redis cut", Subject.REDIS, cluster, Instance::redis, BOTH),
                new Cut("redis hears nothing", Subject.REDIS, cluster, Instance::redis, THERE),
                new Cut("redis is not heard", Subject.REDIS, cluster, Instance::redis, BACK),
                new Refused("redis refuses", Subject.REDIS, cluster, Instance::redis),
                new Late("redis late", Subject.REDIS, cluster, Instance::redis),
                new DuplicatedHints(cluster),
                new InstancePaused(cluster, pauses),
                new InstanceKilled(cluster),
                new ClockJumps(cluster),
                new Cut("postgres cut", Subject.POSTGRES, cluster, Instance::postgres, BOTH),
                new Cut("postgres hears nothing", Subject.POSTGRES, cluster, Instance::postgres, THERE),
                new Cut("postgres is not heard", Subject.POSTGRES, cluster, Instance::postgres, BACK),
                new Late("postgres late", Subject.POSTGRES, cluster, Instance::postgres),
                new PostgresRestarted(cluster));
    }
}
