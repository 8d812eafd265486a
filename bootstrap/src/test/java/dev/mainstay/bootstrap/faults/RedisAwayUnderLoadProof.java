package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Redis is killed or hung under load: no request fails, and none waits for it longer than its budget (G1, G8). */
class RedisAwayUnderLoadProof {

    private static final int ROUNDS = 150;

    /** More than any budget of Redis in one request, for the machine has its own pauses; the figures are printed. */
    private static final Duration BOUND = Duration.ofMillis(250);

    private static final List<Function<Api, Answer>> REQUESTS = List.of(
            api -> api.get("/api/v1/me").expect(200),
            api -> api.get("/api/v1/home").expect(200),
            api -> api.get("/api/v1/tasks/facets").expect(200),
            api -> api.post("/api/v1/tasks", Map.of("title", "one more")).expect(201));

    @Test
    void killed_or_hung_it_costs_no_request_more_than_its_budget() {
        List<Duration> without = withoutRedis();
        List<Duration> killed = withRedis(ProcessHandle::destroyForcibly);
        List<Duration> hung = withRedis(redis -> Signals.send("STOP", redis));

        print("never configured", without);
        print("killed", killed);
        print("hung", hung);
        Duration worst = at(without, 100).plus(BOUND);
        assertThat(at(killed, 100)).isLessThan(worst);
        assertThat(at(hung, 100)).isLessThan(worst);
    }

    private static List<Duration> withoutRedis() {
        try (var server = MainstayServer.withoutRedis()) {
            Api api = server.newUser().api();
            rounds(api, ROUNDS).forEach(warm -> {});
            return rounds(api, ROUNDS).sorted().toList();
        }
    }

    private static List<Duration> withRedis(Consumer<ProcessHandle> fault) {
        EmbeddedRedis redis = TestServers.ownRedis();
        ProcessHandle process = redis.process().orElseThrow();
        try (var server = MainstayServer.with(redis)) {
            Api api = server.newUser().api();
            rounds(api, ROUNDS).forEach(warm -> {});
            fault.accept(process);
            return rounds(api, ROUNDS).sorted().toList();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Stream<Duration> rounds(Api api, int rounds) {
        return IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> REQUESTS.stream())
                .map(request -> request.apply(api).took());
    }

    private static Duration at(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, sorted.size() * percent / 100 - 1));
    }

    private static void print(String name, List<Duration> sorted) {
        System.out.printf(
                "redis %s: %d requests, p50 %d ms, p99 %d ms, worst %d ms%n",
                name,
                sorted.size(),
                at(sorted, 50).toMillis(),
                at(sorted, 99).toMillis(),
                at(sorted, 100).toMillis());
    }
}
