package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.bootstrap.ground.Pool;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A dependency that hangs takes no thread, no event loop and no connection from requests that do not need it. */
@BesideOthers
class HungDatabaseE2E {

    /** Verifying a hit needs the database. */
    private static final Map<String, String> WITH_CACHE = Map.of(
            "REDIS_URL", TestServers.redis().url().text(), "PATIENT_REDIS", "true", "CACHE_VERIFIED_PERCENT", "0");

    private static final Duration NO_WAIT = Duration.ofSeconds(1);

    /** Trust lasts two seconds here; who looks after it must not wait for a connection, either. */
    private static final Duration LONGER_THAN_TRUST = Duration.ofSeconds(4);

    /** Those that begin to wait together give up together; so they come bit by bit. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final int HANGING = 50;

    @Test
    void what_is_cached_is_read_while_every_connection_hangs_and_a_queue_waits_for_them() throws Exception {
        try (var server = MainstayServer.start(WITH_CACHE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pool = server.bean(HikariDataSource.class);
            Api waiting = server.newUser().api();
            Api reading = server.newUser().api();
            awaitCached(reading);
            List<Future<Answer>> hanging = new ArrayList<>();

            try (var lock = pool.getConnection()) {
                lockTasks(lock);
                long end = System.nanoTime() + LONGER_THAN_TRUST.toNanos();
                while (System.nanoTime() - end < 0) {
                    for (int i = 0; i < HANGING; i++) {
                        hanging.add(threads.submit(() -> waiting.get("/api/v1/tasks")));
                    }
                    awaitQueue(pool);
                    readsAtOnce(reading, "/api/v1/home");
                    readsAtOnce(reading, "/api/v1/me");
                    assertThat(server.api().get("/health/live").expect(200).took())
                            .isLessThan(NO_WAIT);
                    assertThat(waiting(pool))
                            .as("the queue was there all the while")
                            .isPositive();
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                }
            }

            for (Future<Answer> answer : hanging) {
                assertThat(answer.get().status()).isIn(200, 503);
            }
            waiting.get("/api/v1/tasks").expect(200);
        }
    }

    @Test
    void a_statement_that_is_never_answered_ends_after_the_longest_silence() throws Exception {
        try (var server = MainstayServer.start(WITH_CACHE);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pool = server.bean(HikariDataSource.class);
            Api asking = server.newUser().api();
            Future<Answer> asked;
            ProcessHandle silent;
            try (var lock = pool.getConnection()) {
                lockTasks(lock);
                asked = threads.submit(() -> asking.get("/api/v1/tasks"));
                silent = awaitWhoWaitsFor(lock);
                Signals.send("STOP", silent);
            }
            try {
                Answer answer = asked.get();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.took()).isBetween(Pool.LONGEST_SILENCE, Pool.LONGEST_SILENCE.plus(NO_WAIT));
                asking.get("/api/v1/tasks").expect(200);
            } finally {
                Signals.send("CONT", silent);
            }
        }
    }

    private static void readsAtOnce(Api reading, String path) {
        var answer = reading.get(path).expect(200);
        assertThat(answer.header("Cache-Status")).contains("mainstay; hit");
        assertThat(answer.took()).isLessThan(NO_WAIT);
    }

    private static void awaitCached(Api reading) {
        for (String path : List.of("/api/v1/home", "/api/v1/me")) {
            await(() -> reading.get(path)
                    .expect(200)
                    .header("Cache-Status")
                    .filter("mainstay; hit"::equals)
                    .isPresent());
        }
    }

    private static void lockTasks(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE planner.task IN ACCESS EXCLUSIVE MODE");
        }
    }

    private static ProcessHandle awaitWhoWaitsFor(Connection lock) throws SQLException {
        var waits = new AtomicReference<ProcessHandle>();
        try (var statement = lock.prepareStatement(
                "SELECT pid FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))")) {
            await(() -> {
                try (var found = statement.executeQuery()) {
                    if (found.next()) {
                        waits.set(ProcessHandle.of(found.getLong("pid")).orElseThrow());
                    }
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
                return waits.get() != null;
            });
        }
        return waits.get();
    }

    private static void awaitQueue(HikariDataSource pool) {
        await(() -> waiting(pool) > 0);
    }

    private static int waiting(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
