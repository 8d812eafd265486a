package dev.mainstay.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.Launched;
import dev.mainstay.bootstrap.harness.MailBox;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed while it writes and started again on its data: what it acknowledged is there, each thing once. */
class KilledInTheMiddleOfWritesProof {

    private static final int WRITERS = 4;
    private static final Map<String, String> LOGIN =
            Map.of("email", "ann@example.org", "password", "correct horse battery staple");

    @TempDir
    private Path home;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();

    @Test
    void what_was_acknowledged_is_there_once() {
        try (var first = start()) {
            Api api = register(first.api());
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int writer = 0; writer < WRITERS; writer++) {
                    writers.execute(() -> writeUntilKilled(api));
                }
                awaitAcknowledged(150);
                first.kill();
            }
        }

        try (var second = start()) {
            Api api = logIn(second.api());
            unknown.forEach(title -> write(api, title).expect(201));
            var expected = new ArrayList<>(acknowledged);
            expected.addAll(unknown);
            System.out.println("kill -9: " + acknowledged.size() + " acknowledged, " + unknown.size() + " unknown");
            assertThat(unknown).isNotEmpty();
            assertThat(titles(api)).containsExactlyInAnyOrderElementsOf(expected);
            second.terminate();
        }
    }

    private Launched start() {
        return Launched.with(Map.of(
                "MAINSTAY_HOME", home.toString(), "RATE_LIMIT_WRITE", "1000000/1m", "RATE_LIMIT_AUTH", "1000000/1m"));
    }

    private Api register(Api guest) {
        guest.post("/api/v1/auth/register", LOGIN).expect(202);
        String code = new MailBox(home.resolve("mail.txt")).codeFor("ann@example.org");
        guest.post("/api/v1/auth/verify", Map.of("email", "ann@example.org", "code", code))
                .expect(204);
        return logIn(guest);
    }

    private static Api logIn(Api guest) {
        return guest.as(guest.post("/api/v1/auth/login", LOGIN).expect(200).text("accessToken"));
    }

    private void writeUntilKilled(Api api) {
        while (true) {
            String title = "task " + number.incrementAndGet();
            try {
                write(api, title).expect(201);
                acknowledged.add(title);
            } catch (UncheckedIOException killed) {
                unknown.add(title);
                return;
            }
        }
    }

    private static Answer write(Api api, String title) {
        return api.header("Idempotency-Key", title.replace(' ', '-')).post("/api/v1/tasks", Map.of("title", title));
    }

    private static List<String> titles(Api api) {
        var titles = new ArrayList<String>();
        String cursor = "";
        do {
            JsonNode page =
                    api.get("/api/v1/tasks?limit=200" + cursor).expect(200).json();
            page.at("/items").forEach(item -> titles.add(item.at("/title").asText()));
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        return titles;
    }

    private void awaitAcknowledged(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime())
                    .as("only %s acknowledged", acknowledged.size())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }
}
