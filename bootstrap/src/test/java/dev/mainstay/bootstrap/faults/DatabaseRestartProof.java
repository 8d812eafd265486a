package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.embedded.EmbeddedPostgres;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Set<String> unexpected = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void what_was_acknowledged_is_there_after_a_restart() {
        try (var postgres = EmbeddedPostgres.start(TestServers.temporaryHome());
                var server = MainstayServer.start(Map.of(
                        "DATABASE_URL",
                        postgres.url().text(),
                        "REDIS_URL",
                        TestServers.redis().url().text()))) {
            List<Writer> writers = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    writers.add(new Writer(server.newUser().api()));
                }
                writers.forEach(threads::execute);
                awaitAcknowledged(100);
                postgres.stop();
                pause(Duration.ofSeconds(3));
                server.api().get("/health/ready").expect(503);
                server.api().get("/health/live").expect(200);
                postgres.start();
                awaitAcknowledged(acknowledged.get() + 100);
                over.set(true);
            }

            System.out.println("database restart: " + acknowledged + " acknowledged, " + refused + " refused");
            assertThat(unexpected).isEmpty();
            assertThat(refused).hasPositiveValue();
            assertThat(writers).allSatisfy(Writer::checkNothingIsLost);
            server.api().get("/health/ready").expect(200);
        }
    }

    /** Counts upwards in a profile of its own. */
    private final class Writer implements Runnable {
        private final Api api;
        private int last;

        Writer(Api api) {
            this.api = api;
        }

        @Override
        public void run() {
            String etag = "";
            while (!over.get()) {
                if (etag.isEmpty()) {
                    etag = heard(api.get("/api/v1/me"), 200)
                            ? api.get("/api/v1/me").header("ETag").orElse("")
                            : "";
                    continue;
                }
                var answer = api.ifMatch(etag).patch("/api/v1/me", Map.of("bio", String.valueOf(last + 1)));
                if (answer.status() == 412) {
                    // A commit whose answer was lost.
                    etag = "";
                    continue;
                }
                if (heard(answer, 200)) {
                    last++;
                    acknowledged.incrementAndGet();
                    etag = answer.etag();
                } else {
                    etag = "";
                }
            }
        }

        private boolean heard(Answer answer, int expected) {
            if (answer.status() == expected) {
                return true;
            }
            refused.incrementAndGet();
            if (answer.status() != 503 || answer.header("Retry-After").isEmpty()) {
                unexpected.add(answer.request() + " -> " + answer.status() + ' ' + answer.body());
            }
            return false;
        }

        void checkNothingIsLost() {
            int stored = Integer.parseInt(api.get("/api/v1/me").expect(200).text("bio"));
            assertThat(stored).isGreaterThanOrEqualTo(last);
        }
    }

    private void awaitAcknowledged(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acknowledged.get() < count) {
            assertThat(System.nanoTime())
                    .as("%s acknowledged, %s", acknowledged, unexpected)
                    .isLessThan(end);
            pause(Duration.ofMillis(20));
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
