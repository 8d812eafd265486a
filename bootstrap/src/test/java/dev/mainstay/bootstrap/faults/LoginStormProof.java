package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many log in at once, each hashing as dearly as in production: whoever reads meanwhile is answered still. */
class LoginStormProof {

    private static final int CALLERS = 40;
    private static final int READS = 100;
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final AtomicBoolean over = new AtomicBoolean();
    private final ConcurrentSkipListMap<Integer, AtomicInteger> logins = new ConcurrentSkipListMap<>();

    @Test
    void reads_are_answered_while_many_log_in() {
        var likeProduction = Map.of(
                "ARGON2_MEMORY_KIB",
                "19456",
                "ARGON2_ITERATIONS",
                "2",
                "REDIS_URL",
                // Its own, for the storm uses up what this address may try.
                TestServers.ownRedis().url().text());
        try (var server = MainstayServer.start(likeProduction)) {
            Api api = server.newUser().api();
            List<Duration> calm = reads(api);
            List<Duration> storm;
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    int number = caller;
                    callers.execute(() -> logInAgainAndAgain(server.api(), number));
                }
                storm = reads(api);
                over.set(true);
            }

            System.out.printf(
                    "login storm: reads p50 %d ms, p95 %d ms, worst %d ms; in calm p50 %d ms, worst %d ms; logins by status %s%n",
                    storm.get(READS / 2).toMillis(),
                    storm.get(READS * 95 / 100).toMillis(),
                    storm.getLast().toMillis(),
                    calm.get(READS / 2).toMillis(),
                    calm.getLast().toMillis(),
                    logins);
            assertThat(logins.keySet()).isSubsetOf(401, 429, 503);
            assertThat(storm.getLast()).isLessThan(BOUND);
        }
    }

    private void logInAgainAndAgain(Api guest, int number) {
        while (!over.get()) {
            var credentials = Map.of("email", "nobody" + number + "@example.org", "password", "wrong horse battery");
            int status = guest.post("/api/v1/auth/login", credentials).status();
            logins.computeIfAbsent(status, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    private static List<Duration> reads(Api api) {
        return IntStream.range(0, READS)
                .mapToObj(read -> api.get("/api/v1/home").expect(200).took())
                .sorted()
                .toList();
    }
}
