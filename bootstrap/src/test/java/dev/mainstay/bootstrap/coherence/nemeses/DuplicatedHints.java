package dev.mainstay.bootstrap.coherence.nemeses;

import dev.mainstay.bootstrap.coherence.servers.Cluster;
import dev.mainstay.bootstrap.coherence.servers.RedisServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** Whoever listens to a channel is woken over and over, with nothing to be woken for. */
final class DuplicatedHints implements Nemesis {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Cluster cluster;
    private final AtomicBoolean over = new AtomicBoolean();
    private Thread publisher = Thread.currentThread();

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
        over.set(false);
        publisher = Thread.ofVirtual().start(() -> {
            while (!over.get()) {
                channels.forEach(channel -> redis.ask("PUBLISH", channel, "somebody home"));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
        return channels.size() + " channels";
    }

    @Override
    public void stop() {
        over.set(true);
        try {
            publisher.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
