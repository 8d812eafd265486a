package dev.mainstay.redis;

import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.redis.connection.RedisSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One instance's Redis adapters, with the budgets of a test machine that is busy with other things. */
public final class RedisFixture implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    public final InMemoryTransactions transactions = new InMemoryTransactions();
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final RedisAdapters adapters;
    private final String uri;

    private RedisFixture(RedisSettings settings, InstantSource clock) {
        this.uri = settings.uri();
        this.adapters = RedisAdapters.open(settings, meters, transactions, clock);
    }

    /** An instance that waits patiently. */
    public static RedisFixture patient(String uri) {
        return with(patientSettings(uri));
    }

    public static RedisFixture with(RedisSettings settings) {
        return new RedisFixture(settings, InstantSource.system());
    }

    public static RedisFixture with(RedisSettings settings, InstantSource clock) {
        return new RedisFixture(settings, clock);
    }

    public static RedisSettings patientSettings(String uri) {
        return new RedisSettings(
                uri, Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofSeconds(5), Duration.ofMillis(20), 0);
    }

    /** The budgets of production, probing more often. */
    public static RedisSettings realBudgets(String uri) {
        return new RedisSettings(
                uri, Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMillis(20), 0);
    }

    public ViewCache cache() {
        return adapters.viewCache();
    }

    public Fences fences() {
        return adapters.fences();
    }

    public boolean isUp() {
        return adapters.health().ping() == RedisHealth.Status.UP;
    }

    public void awaitUp() {
        await("Redis to be usable", this::isUp);
    }

    public void awaitDegraded() {
        await("Redis to be given up", () -> !isUp());
    }

    /** Sums a counter over all its tags, or those given. */
    public double count(String name, String... tags) {
        return meters.find(name).tags(tags).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    /** Looks into Redis past the adapters, as a test may. */
    public <T> T inRedis(Function<RedisCommands<String, String>, T> look) {
        var client = RedisClient.create(uri);
        try (var connection = client.connect()) {
            return look.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Override
    public void close() {
        adapters.close();
    }
}
