package dev.mainstay.bootstrap.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.home.ShowHome;
import dev.mainstay.application.identity.ShowProfile;
import dev.mainstay.application.patience.Patience;
import dev.mainstay.bootstrap.coherence.load.Connection;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten thousand people, of whom the n-th is asked for 1/n times as often as the first (Zipf, s = 1), one request in twenty a write: what
 * the cache takes off PostgreSQL, beside the same requests without it. Everybody has been read once before it is counted.
 */
class ZipfReadsProof {

    private static final int PEOPLE = 10_000;
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 8_000;
    private static final int WRITES_IN_A_HUNDRED = 5;
    private static final long SEED = 7;
    private static final List<String> PATHS = List.of("/api/v1/home", "/api/v1/me");
    private static final String TASK = "{\"title\":\"one more\"}";

    private static final double LEAST_HITS = 0.8;
    private static final double LEAST_SAVED = 0.6;
    private static final double LEAST_FAST = 0.99;

    @Test
    void most_reads_are_hits_and_most_statements_are_saved() {
        try (var servers = CountedServers.start()) {
            var postgres = servers.postgres();
            var plain = ask(postgres, "plain", Map.of("DATABASE_URL", postgres.newDatabase("plain")), false);
            var cached = ask(postgres, "cached", servers.environment("cached"), true);

            double saved = 1 - (double) cached.selects() / plain.selects();
            System.out.printf(
                    "zipf: %d people, %d requests (%d %% writes), seed %d: %.1f %% of the reads were hits; SELECTs %d, without Redis %d "
                            + "(%.1f %% saved); of %.0f waits for Redis %.2f %% ended within 30 ms%n",
                    PEOPLE,
                    REQUESTS,
                    WRITES_IN_A_HUNDRED,
                    SEED,
                    100 * cached.hitRate(),
                    cached.selects(),
                    plain.selects(),
                    100 * saved,
                    cached.waits(),
                    100 * cached.fast());
            assertThat(cached.failures()).isEmpty();
            assertThat(plain.failures()).isEmpty();
            assertThat(cached.hitRate()).as("share of hits").isGreaterThanOrEqualTo(LEAST_HITS);
            assertThat(saved).as("share of SELECTs saved").isGreaterThanOrEqualTo(LEAST_SAVED);
            assertThat(cached.fast())
                    .as("share of waits for Redis within 30 ms")
                    .isGreaterThan(LEAST_FAST);
        }
    }

    /** @param selects all of them: those of writes, of logins' checks and of the trust lease too */
    private record Outcome(double hitRate, long selects, double waits, double fast, List<String> failures) {}

    private static Outcome ask(
            CountingPostgres postgres, String database, Map<String, String> environment, boolean everybodyFirst) {
        try (var server = MainstayServer.start(environment)) {
            List<Requests> people = People.of(server, PEOPLE);
            if (everybodyFirst) {
                readOnce(server);
            }
            var before = postgres.calls(database);
            double waitsBefore = waits(server, "count");
            double fastBefore = waits(server, "bucket", "le=\"0.03\"");
            var run = new Run(server);
            run.all(drawn(people));
            double waits = waits(server, "count") - waitsBefore;
            return new Outcome(
                    (double) run.hits.get() / run.cacheable.get(),
                    selects(postgres.callsSince(before, database)),
                    waits,
                    (waits(server, "bucket", "le=\"0.03\"") - fastBefore) / waits,
                    List.copyOf(run.failures));
        }
    }

    /** Not over HTTP, which would take longer than all the rest; each person is a request as there. */
    private static void readOnce(MainstayServer server) {
        var profiles = server.bean(ShowProfile.class);
        var homes = server.bean(ShowHome.class);
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                threads.execute(() -> {
                    for (int person = next.getAndIncrement(); person < PEOPLE; person = next.getAndIncrement()) {
                        Patience.exchange(new Patience());
                        assertThat(profiles.of(People.id(person))).isNotNull();
                        assertThat(homes.of(People.id(person))).isNotNull();
                    }
                });
            }
        }
    }

    private static double waits(MainstayServer server, String what, String... labels) {
        return Figures.sum(server, "mainstay_redis_operation_seconds_" + what, labels);
    }

    private static long selects(Map<String, Long> calls) {
        return calls.entrySet().stream()
                .filter(call -> call.getKey().stripLeading().regionMatches(true, 0, "SELECT", 0, 6)
                        || call.getKey().stripLeading().regionMatches(true, 0, "WITH", 0, 4))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The same requests in the same order each time. */
    private static List<byte[]> drawn(List<Requests> people) {
        var random = new Random(SEED);
        double[] upTo = new double[people.size()];
        double sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
        double all = sum;
        return IntStream.range(0, REQUESTS)
                .mapToObj(number -> {
                    int found = Arrays.binarySearch(upTo, random.nextDouble() * all);
                    Requests person = people.get(found < 0 ? -found - 1 : found);
                    return random.nextInt(100) < WRITES_IN_A_HUNDRED
                            ? person.request("POST", "/api/v1/tasks", TASK)
                            : person.get(PATHS.get(random.nextInt(PATHS.size())));
                })
                .toList();
    }

    /** Clients that share a list of requests. */
    private static final class Run {

        private final MainstayServer server;
        private final AtomicLong cacheable = new AtomicLong();
        private final AtomicLong hits = new AtomicLong();
        private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

        Run(MainstayServer server) {
            this.server = server;
        }

        void all(List<byte[]> requests) {
            var left = new ConcurrentLinkedQueue<>(requests);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    threads.execute(() -> send(left));
                }
            }
        }

        private void send(ConcurrentLinkedQueue<byte[]> left) {
            try (var connection = new Connection(server.uri().getPort(), Duration.ofSeconds(30))) {
                for (byte[] request = left.poll(); request != null; request = left.poll()) {
                    var response = connection.send(request);
                    if (!response.isSuccess()) {
                        failures.add("status " + response.status());
                    }
                    String status = response.header("cache-status");
                    if (!status.isEmpty()) {
                        cacheable.incrementAndGet();
                        hits.addAndGet(status.contains("hit") ? 1 : 0);
                    }
                }
            } catch (IOException failure) {
                failures.add(failure.toString());
            }
        }
    }
}
