package dev.mainstay.bootstrap.coherence.servers;

import dev.mainstay.bootstrap.embedded.EmbeddedPostgres;
import dev.mainstay.bootstrap.embedded.FreePort;
import dev.mainstay.bootstrap.harness.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/** Several instances on one PostgreSQL and one pair of Redis servers, with a faulty link on every way between them. */
public final class Cluster implements AutoCloseable {

    private final EmbeddedPostgres postgres = EmbeddedPostgres.start(TestServers.temporaryHome());
    private final RedisPair redis = new RedisPair();
    private final List<Instance> instances = new ArrayList<>();

    /** The databases, and no instance yet. */
    public Cluster() {
        // As when an operator stops it: also if a proof is interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** Starts another instance, and waits until it is ready. */
    public Instance add(IntFunction<Launch> launches) {
        int number = instances.size();
        var instance = new Instance(
                number,
                FreePort.find(),
                launches.apply(number),
                Link.to("redis " + number, redis.primary().port()),
                Link.to("postgres " + number, postgres.url().port()));
        instances.add(instance);
        instance.awaitReady();
        return instance;
    }

    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    /** One of them, drawn by lot. */
    public Instance anyInstance(RandomGenerator random) {
        return instances.get(random.nextInt(instances.size()));
    }

    public RedisPair redis() {
        return redis;
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    @Override
    public synchronized void close() {
        instances.forEach(instance -> {
            instance.close();
            instance.redis().close();
            instance.postgres().close();
        });
        instances.clear();
        redis.close();
        postgres.close();
    }
}
