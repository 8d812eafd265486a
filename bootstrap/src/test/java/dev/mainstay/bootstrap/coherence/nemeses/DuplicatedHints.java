package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.RedisServer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Whoever listens to a channel is woken over and over, with nothing to be woken for. */
final class DuplicatedHints implements Nemesis {

    private static final int PAUSE = 5;

    private final Cluster cluster;
    private @Nullable Thread publisher;

    DuplicatedHints(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "hints duplicated";
    }

    @Override
    public Subject subject() {
        return Subject.REDIS;
    }

    @Override
    public String start(RandomGenerator random) {
        RedisServer redis = cluster.redis().primary();
        var channels = redis.ask("PUBSUB", "CHANNELS", "*");
        publisher = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    channels.forEach(channel -> redis.ask("PUBLISH", channel, "somebody home"));
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        return channels.size() + " channels";
    }

    @Override
    public void stop() {
        if (publisher != null) {
            publisher.interrupt();
            publisher = null;
        }
    }
}
