package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.coherence.CoherenceLedger;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.redis.RedisAdapters;
import dev.mainstay.redis.connection.RedisSettings;
import dev.mainstay.redis.connection.TestLink;
import dev.mainstay.redis.connection.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;

/** One instance in a {@link World}, with a wire of its own to Redis. */
final class Subject implements AutoCloseable {

    /** Trust that a busy machine seldom loses, and a quarantine that a test can wait for. */
    static final CoherenceTimes TIMES = new CoherenceTimes(Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final String name;
    private final RawRedis raw;
    private final RedisAdapters adapters;
    private boolean closed;

    final TestLink wire;

    /** Of its readers: what is open in it is seen by this instance only. */
    final InMemoryTransactions transactions = new InMemoryTransactions();

    Subject(String name, Mutation mutation, TestRedis redis, CoherenceLedger ledger) {
        this.name = name;
        this.wire = TestLink.to(redis);
        this.raw = new RawRedis(wire.uri());
        this.adapters = Mutant.open(
                mutation,
                raw,
                new RedisSettings(
                        wire.uri(),
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(20),
                        0),
                TIMES,
                ledger,
                transactions,
                new SimpleMeterRegistry(),
                InstantSource.system());
        adapters.awaitStart();
    }

    ViewCache cache() {
        return adapters.viewCache();
    }

    Fences fences() {
        return adapters.fences();
    }

    /** Whether all that it has handed to its client has been sent and answered. */
    boolean hasSentAll() {
        return raw.isDone();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            adapters.close();
            wire.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
