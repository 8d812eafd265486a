package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.embedded.EmbeddedPostgres;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** PostgreSQL is restarted under load: 503 while it is away, full recovery, and nothing that was acknowledged is lost. */
class DatabaseRestartProof {

    private static final int WRITERS = 4;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<String> unexpected = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void what_was_acknowledged_is_there_after_a_restart() throws Exception {
        try (var postgres = EmbeddedPostgres.start(TestServers.temporaryHome());
                var server = MainstayServer.start(Map.of(
                        "DATABASE_URL", postgres.url().text(), "REDIS_URL", TestServers.redis().url().text()))) {
            Api api = server.newUser().api();
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    int number = writer;
                    writers.execute(() -> write(api, number));
                }
                awaitAcknowledged(50);
                postgres.stop();
                pause(Duration.ofSeconds(3));
                postgres.start();
                awaitAcknowledged(acknowledged.size() + 50);
                over.set(true);
            }

            System.out.println("database restart: " + acknowledged.size() + " acknowledged, " + refused + " refused");
            assertThat(unexpected).isEmpty();
            assertThat(refused).hasPositiveValue();
            assertThat(titles(api)).containsAll(acknowledged);
            server.api().get("/health/ready").expect(200);
        }
    }

    private void write(Api api, int writer) {
        for (int number = 0; !over.get(); number++) {
            String title = "task " + writer + '.' + number;
            var answer = api.post("/api/v1/tasks", Map.of("title", title));
            switch (answer.status()) {
                case 201 -> acknowledged.add(title);
                case 503 -> {
                    refused.incrementAndGet();
                    if (answer.header("Retry-After").isEmpty()) {
                        unexpected.add("503 without Retry-After: " + answer.body());
                    }
                }
                default -> unexpected.add(answer.status() + " " + answer.body());
            }
        }
    }

    private static Set<String> titles(Api api) {
        var titles = ConcurrentHashMap.<String>newKeySet();
        String cursor = "";
        do {
            var page = api.get("/api/v1/tasks?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)).expect(200);
            page.json().at("/items").forEach(item -> titles.add(item.at("/title").asText()));
            cursor = page.json().path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return titles;
    }

    private void awaitAcknowledged(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime()).as("%s acknowledged, then nothing more", acknowledged.size()).isLessThan(end);
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
