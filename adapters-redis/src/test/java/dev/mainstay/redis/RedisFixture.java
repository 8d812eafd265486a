package dev.mainstay.redis;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.CoherenceTimes;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.coherence.Fences;
import dev.mainstay.application.coherence.InMemoryCoherenceLedger;
import dev.mainstay.application.coherence.ViewCache;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.redis.connection.RedisSettings;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One instance's Redis adapters, with the budgets of a test machine that is busy with other things. */
public final class RedisFixture implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    /** Trust that a busy machine does not lose, for tests in which nobody is cut off. */
    private static final CoherenceTimes PATIENT = new CoherenceTimes(Duration.ofSeconds(10), Duration.ofSeconds(20));

    /** A quarantine that a test can wait for. */
    private static final CoherenceTimes QUICK = new CoherenceTimes(Duration.ofMillis(600), Duration.ofMillis(1_200));

    public final InMemoryTransactions transactions;
    public final InMemoryCoherenceLedger ledger;
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final RedisAdapters adapters;
    private final RedisSettings settings;
    private final CoherenceTimes times;

    private RedisFixture(
            RedisSettings settings,
            CoherenceTimes times,
            InMemoryTransactions transactions,
            InMemoryCoherenceLedger ledger,
            InstantSource clock) {
        this.settings = settings;
        this.times = times;
        this.transactions = transactions;
        this.ledger = ledger;
        this.adapters = RedisAdapters.open(settings, times, ledger, transactions, meters, clock);
    }

    /** An instance that waits patiently. */
    public static RedisFixture patient(String uri) {
        return patient(uri, 0);
    }

    /** An instance that waits patiently and recomputes a share of its hits. */
    public static RedisFixture patient(String uri, double verifiedShare) {
        var instance = with(patientSettings(uri).verifying(verifiedShare), PATIENT, InstantSource.system());
        instance.awaitTrust();
        return instance;
    }

    /** An instance that has only begun to start. */
    public static RedisFixture opening(RedisSettings settings) {
        return opening(settings, QUICK, InstantSource.system());
    }

    public static RedisFixture with(RedisSettings settings) {
        return with(settings, InstantSource.system());
    }

    public static RedisFixture with(RedisSettings settings, InstantSource clock) {
        return with(settings, QUICK, clock);
    }

    private static RedisFixture with(RedisSettings settings, CoherenceTimes times, InstantSource clock) {
        return started(opening(settings, times, clock));
    }

    private static RedisFixture opening(RedisSettings settings, CoherenceTimes times, InstantSource clock) {
        var transactions = new InMemoryTransactions();
        return new RedisFixture(settings, times, transactions, new InMemoryCoherenceLedger(transactions, clock), clock);
    }

    private static RedisFixture started(RedisFixture instance) {
        instance.adapters.awaitStart();
        return instance;
    }

    /** Another instance on the same facts. */
    public RedisFixture another() {
        var another = another(settings);
        another.awaitTrust();
        return another;
    }

    /** Another instance on the same facts that reaches Redis its own way. */
    public RedisFixture another(RedisSettings its) {
        return started(new RedisFixture(its, times, transactions, ledger, InstantSource.system()));
    }

    /** An instance on the same facts that was given no Redis. */
    public RedisAdapters withoutRedis() {
        return RedisAdapters.absent(times, ledger, new SimpleMeterRegistry(), InstantSource.system());
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

    /** Each fence is raised in a transaction of its own, which is committed when it stands. */
    public Fences fences() {
        return keys -> transactions.run(() -> adapters.fences().raise(keys));
    }

    /** A whole write: the facts change with the commit, and are announced when the fences are lowered. */
    public void write(Set<CacheKey> keys, Runnable facts) {
        transactions
                .run(() -> {
                    var fence = adapters.fences().raise(keys);
                    facts.run();
                    return fence;
                })
                .lower();
    }

    public boolean isUp() {
        return adapters.health().ping() == RedisHealth.Status.UP;
    }

    public void awaitUp() {
        await("Redis to be usable", this::isUp);
    }

    /** Until Redis is usable and this instance may serve hits. */
    public void awaitTrust() {
        var probe = UUID.randomUUID();
        await(
                "hits",
                () -> cache().read(ContractView.VIEW, probe, id -> ContractView.saying("probe"))
                                .outcome()
                        == Outcome.HIT);
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
        return inRedisAt(settings.uri(), look);
    }

    /** Looks into any Redis, as a test may. */
    public static <T> T inRedisAt(String uri, Function<RedisCommands<String, String>, T> look) {
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

    /** Lets so much time pass, and a little more. A single pause may end at once: a thread that was woken too often is not put to sleep. */
    public static void elapse(Duration duration) {
        long end = System.nanoTime() + duration.plusMillis(10).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
