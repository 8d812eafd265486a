package dev.mainstay.bootstrap.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.coherence.servers.Link;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the cache costs while all is well (coherence.md, "Writing"), counted by PostgreSQL and timed over a slow wire to Redis. */
class HealthyPathProof {

    private static final int TIMES = 200;
    private static final Duration ONE_WAY = Duration.ofMillis(6);

    private static CountedServers servers;

    @BeforeAll
    static void startServers() {
        servers = CountedServers.start();
    }

    @AfterAll
    static void stopServers() {
        servers.close();
    }

    @Test
    void a_write_sends_postgresql_nothing_more_and_a_hit_nothing_at_all() {
        Statements plain =
                statements("plain", Map.of("DATABASE_URL", servers.postgres().newDatabase("plain")));
        Statements cached = statements("cached", servers.environment("cached"));

        System.out.printf(
                "healthy path: statements for a write %d, without Redis %d; for a hit %d, without Redis %d%n",
                sum(cached.write()), sum(plain.write()), sum(cached.read()), sum(plain.read()));
        assertThat(cached.write())
                .as("statements of a write")
                .allSatisfy((query, calls) -> assertThat(calls)
                        .as(query)
                        .isLessThanOrEqualTo(plain.write().getOrDefault(query, 0L)));
        assertThat(cached.read()).as("statements of a hit").isEmpty();
        assertThat(plain.read()).as("statements of the same read without Redis").isNotEmpty();
    }

    /** What one write, and one read that may be a hit, send; rounded, so that what happens now and then in the background is none. */
    private record Statements(Map<String, Long> write, Map<String, Long> read) {}

    private static Statements statements(String database, Map<String, String> environment) {
        try (var server = MainstayServer.start(environment)) {
            Api person = People.one(server);
            write(person);
            var write = perTime(database, () -> write(person));
            person.get("/api/v1/home").expect(200);
            var read = perTime(database, () -> person.get("/api/v1/home").expect(200));
            return new Statements(write, read);
        }
    }

    private static Map<String, Long> perTime(String database, Runnable request) {
        var before = servers.postgres().calls(database);
        for (int time = 0; time < TIMES; time++) {
            request.run();
        }
        var perTime = new TreeMap<String, Long>();
        servers.postgres().callsSince(before, database).forEach((query, calls) -> {
            long rounded = Math.round((double) calls / TIMES);
            if (rounded > 0) {
                perTime.put(query, rounded);
            }
        });
        return perTime;
    }

    private static long sum(Map<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void a_hit_asks_redis_two_things_at_most_in_one_round_trip() {
        try (var link = Link.to("redis", servers.redisPort());
                var server = MainstayServer.start(servers.environment("hits", link.port()))) {
            Api person = People.one(server);
            Figures.await(
                    "a hit",
                    () -> person.get("/api/v1/home").header("Cache-Status").equals(Optional.of("mainstay; hit")));
            link.delay(ONE_WAY, Duration.ZERO);
            double before = Figures.sum(server, "mainstay_redis_operation_seconds_count");
            Duration shortest = Duration.ofDays(1);
            for (int time = 0; time < TIMES; time++) {
                Answer hit = person.get("/api/v1/home").expect(200);
                assertThat(hit.header("Cache-Status")).hasValue("mainstay; hit");
                shortest = hit.took().compareTo(shortest) < 0 ? hit.took() : shortest;
            }
            double asked = (Figures.sum(server, "mainstay_redis_operation_seconds_count") - before) / TIMES;

            System.out.printf(
                    "a hit asks Redis %.2f things; with %d ms to Redis and as many back, the shortest took %d ms%n",
                    asked, ONE_WAY.toMillis(), shortest.toMillis());
            assertThat(asked)
                    .as("the session and the page, and now and then the counter")
                    .isLessThan(2.5);
            assertThat(shortest)
                    .as("one round trip and not two")
                    .isBetween(ONE_WAY.multipliedBy(2), ONE_WAY.multipliedBy(4));
        }
    }

    @Test
    void the_fence_and_the_lower_take_one_round_trip_each_however_many_keys() {
        try (var link = Link.to("redis", servers.redisPort());
                var server = MainstayServer.start(servers.environment("round_trips", link.port()))) {
            Api person = People.one(server);
            write(person);
            link.delay(ONE_WAY, Duration.ZERO);
            var before = Waits.of(server);
            for (int time = 0; time < TIMES / 4; time++) {
                write(person);
            }
            var waits = Waits.of(server).since(before);
            link.heal();

            double roundTrip = 2.0 * ONE_WAY.toMillis();
            System.out.printf(
                    "healthy path: %d writes, a round trip to Redis %.0f ms at least; fences raised %.0f times in %.1f ms each, lowered "
                            + "%.0f times in %.1f ms each%n",
                    TIMES / 4, roundTrip, waits.raised(), waits.raiseMillis(), waits.lowered(), waits.lowerMillis());
            assertThat(waits.raised()).as("fences raised").isEqualTo(TIMES / 4);
            assertThat(waits.lowered()).as("fences lowered").isEqualTo(TIMES / 4);
            assertThat(waits.raiseMillis()).as("ms to raise").isBetween(roundTrip, 2 * roundTrip);
            assertThat(waits.lowerMillis()).as("ms to lower").isBetween(roundTrip, 2 * roundTrip);
        }
    }

    /** How often a server has waited for fences, and how long in all. */
    private record Waits(double raised, double raiseSeconds, double lowered, double lowerSeconds) {

        static Waits of(MainstayServer server) {
            return new Waits(
                    sum(server, "count", "raise"),
                    sum(server, "sum", "raise"),
                    sum(server, "count", "lower"),
                    sum(server, "sum", "lower"));
        }

        private static double sum(MainstayServer server, String what, String operation) {
            return Figures.sum(server, "mainstay_redis_operation_seconds_" + what, "operation=\"" + operation + '"');
        }

        Waits since(Waits before) {
            return new Waits(
                    raised - before.raised,
                    raiseSeconds - before.raiseSeconds,
                    lowered - before.lowered,
                    lowerSeconds - before.lowerSeconds);
        }

        double raiseMillis() {
            return raiseSeconds / raised * 1_000;
        }

        double lowerMillis() {
            return lowerSeconds / lowered * 1_000;
        }
    }

    private static void write(Api person) {
        person.post("/api/v1/tasks", Map.of("title", "one more")).expect(201);
    }
}
