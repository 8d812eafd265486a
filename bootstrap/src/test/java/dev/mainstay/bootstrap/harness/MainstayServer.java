package dev.mainstay.bootstrap.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.Mainstay;
import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The assembled application, in this process, on a free port and a database of its own.
 *
 * <p>Most tests use {@link #shared()}, started once for all of them; a test that stops Redis, switches features or counts everything
 * there is starts its own with {@link #start} and closes it.
 */
public final class MainstayServer implements AutoCloseable {

    /** Tests are one client in a hurry; what limits are worth is shown by tests that set their own. */
    private static final Map<String, String> NO_LIMITS = Map.of(
            "RATE_LIMIT_READ", "1000000/1m",
            "RATE_LIMIT_WRITE", "1000000/1m",
            "RATE_LIMIT_AUTH", "1000000/1m",
            "RATE_LIMIT_OPEN", "1000000/1m",
            "RATE_LIMIT_UNAUTHENTICATED", "1000000/1m");

    private static final Set<MainstayServer> RUNNING = ConcurrentHashMap.newKeySet();

    private static final class Shared {
        static final MainstayServer SERVER =
                start(Map.of("REDIS_URL", TestServers.redis().url().text(), "PATIENT_REDIS", "true"));
    }

    private final Mainstay mainstay;
    private final String databaseUrl;
    private final MailBox mail;

    private MainstayServer(Mainstay mainstay, String databaseUrl, MailBox mail) {
        this.mainstay = mainstay;
        this.mail = mail;
        this.databaseUrl = databaseUrl;
    }

    /** With a Redis that is waited for patiently, shared by all tests of this JVM; stopped when it ends. */
    public static MainstayServer shared() {
        return Shared.SERVER;
    }

    /** With no Redis configured. */
    public static MainstayServer withoutRedis() {
        return start(Map.of());
    }

    /** With a Redis of the test's own, which it may stop, continue or kill. */
    public static MainstayServer with(EmbeddedRedis redis) {
        return start(Map.of("REDIS_URL", redis.url().text()));
    }

    /**
     * On a fresh database.
     *
     * @param environment on top of what it needs to start; may name another DATABASE_URL
     */
    public static MainstayServer start(Map<String, String> environment) {
        var all = new HashMap<>(NO_LIMITS);
        all.putAll(Map.of(
                "PORT", "0",
                "JWT_SECRET", "for-tests-alone-0123456789-abcdefghijklmnopqrstuvwxyz",
                "DATABASE_POOL_SIZE", "10",
                "CACHE_VERIFIED_PERCENT", "100",
                // Trust that a busy machine does not lose.
                "CACHE_TRUST_MILLIS", "2000",
                "TRANSACTION_IDLE_MILLIS", "5000",
                "MAINSTAY_HOME", TestServers.temporaryDirectory().toString(),
                "ARGON2_MEMORY_KIB", "1024",
                "ARGON2_ITERATIONS", "1",
                "SHUTDOWN_GRACE_SECONDS", "3"));
        all.putAll(environment);
        String databaseUrl = all.computeIfAbsent("DATABASE_URL", absent -> TestServers.freshDatabaseUrl());
        var server = new MainstayServer(
                Mainstay.start(all), databaseUrl, new MailBox(Path.of(all.get("MAINSTAY_HOME"), "mail.txt")));
        RUNNING.add(server);
        return server;
    }

    /** A client without a token. */
    public Api api() {
        return Api.to(uri());
    }

    /** A new user, registered, verified and logged in over HTTP. */
    public TestUser newUser() {
        return TestUser.register(this);
    }

    /** The letters it has sent. */
    public MailBox mail() {
        return mail;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + mainstay.port());
    }

    /** To start a second instance on the same facts. */
    public String databaseUrl() {
        return databaseUrl;
    }

    /** Something of the wiring, for what cannot be asked over HTTP. */
    public <T> T bean(Class<T> type) {
        return mainstay.context().getBean(type);
    }

    /** No hit of any server that runs has shown anything but the facts: each was recomputed and compared. */
    static void checkEveryHit() {
        RUNNING.forEach(MainstayServer::checkHitsWhileItRuns);
    }

    private synchronized void checkHitsWhileItRuns() {
        if (RUNNING.contains(this)) {
            checkHits();
        }
    }

    /** Whether it ran until now; whoever checks its hits is waited for. */
    private synchronized boolean leave() {
        return RUNNING.remove(this);
    }

    private void checkHits() {
        double mismatches =
                bean(MeterRegistry.class)
                        .find("mainstay.view.verifications")
                        .tag("result", "mismatch")
                        .counters()
                        .stream()
                        .mapToDouble(Counter::count)
                        .sum();
        assertThat(mismatches).as("hits that differed from the facts").isZero();
    }

    @Override
    public void close() {
        if (leave()) {
            try {
                checkHits();
            } finally {
                mainstay.close();
            }
        }
    }
}
