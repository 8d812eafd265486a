package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.Direction;
import dev.mainstay.bootstrap.coherence.servers.Instance;
import java.time.Duration;
import java.util.EnumSet;
import java.util.random.RandomGenerator;

/**
 * A replica that lags is promoted. Some instances lose their connections and find the new primary; the others stay, for a while, on
 * the deposed one, which lives and does not know.
 */
final class RedisFailsOver implements Nemesis {

    private final Cluster cluster;

    RedisFailsOver(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "redis fails over";
    }

    @Override
    public Subject subject() {
        return Subject.REDIS;
    }

    @Override
    public Duration lasting(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(2_000, 6_000));
    }

    @Override
    public String start(RandomGenerator random) {
        cluster.redis().replication().cut(EnumSet.allOf(Direction.class));
        pause(Duration.ofMillis(random.nextInt(200, 2_000)));
        cluster.redis().promote();
        Instance moving = cluster.anyInstance(random);
        int port = cluster.redis().primary().port();
        cluster.instances().forEach(instance -> instance.redis().pointTo(port));
        moving.redis().reset();
        return "instance " + moving.number() + " finds the new primary at once";
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        cluster.instances().forEach(instance -> instance.redis().reset());
        cluster.redis().reunite();
    }
}
