package dev.mainstay.bootstrap.finance.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.Launched;
import dev.mainstay.bootstrap.harness.MailBox;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application is killed while clients transfer money, take transfers back and import statements, again and again at some moment or other, and started
 * anew on its data: what was acknowledged is there once, what was not is repeated and then there once, and everything adds up.
 */
class BooksKilledInTheMiddleProof {

    private static final int ROUNDS = 3;
    private static final int WRITERS = 4;
    private static final Map<String, String> LOGIN =
            Map.of("email", "ann@example.org", "password", "correct horse battery staple");

    @TempDir
    private Path home;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Step> unknown = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private String one = "";
    private String other = "";

    @Test
    void everything_is_there_once_and_the_books_add_up() {
        for (int round = 0; round < ROUNDS; round++) {
            try (var instance = start()) {
                Api api = round == 0 ? begin(instance.api()) : logIn(instance.api());
                repeatUnknown(api);
                try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int writer = 0; writer < WRITERS; writer++) {
                        writers.execute(() -> writeUntilKilled(api));
                    }
                    await(acknowledged.size() + 20 + ThreadLocalRandom.current().nextInt(60));
                    instance.kill();
                }
            }
        }
        try (var last = start()) {
            Api api = logIn(last.api());
            System.out.println(
                    "kill -9: " + acknowledged.size() + " acknowledged, last " + unknown.size() + " unknown");
            repeatUnknown(api);
            assertBooks(api);
            last.terminate();
        }
    }

    private void assertBooks(Api api) {
        var descriptions = new ArrayList<String>();
        var sums = new HashMap<String, BigDecimal>();
        String cursor = "";
        do {
            JsonNode page = api.get("/api/v1/finance/transactions?limit=200" + cursor)
                    .expect(200)
                    .json();
            for (JsonNode item : page.at("/items")) {
                descriptions.add(item.at("/description").asText());
                for (JsonNode posting : item.at("/postings")) {
                    var amount = new BigDecimal(posting.at("/amount/amount").asText());
                    sums.merge(posting.at("/account").asText(), amount, BigDecimal::add);
                }
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.get("next").asText() : "";
        } while (!cursor.isEmpty());
        assertThat(descriptions).containsExactlyInAnyOrderElementsOf(acknowledged);
        for (String account : List.of(one, other)) {
            assertThat(balance(api, account)).isEqualTo(sums.get(account));
            var latest = api.get("/api/v1/finance/accounts/" + account + "/register?limit=1")
                    .expect(200);
            assertThat(new BigDecimal(latest.text("items/0/balance/amount"))).isEqualTo(sums.get(account));
        }
    }

    private static BigDecimal balance(Api api, String account) {
        var shown = api.get("/api/v1/finance/accounts/" + account).expect(200);
        return new BigDecimal(shown.text("balance/posted/amount"));
    }

    private Launched start() {
        return Launched.with(Map.of(
                "MAINSTAY_HOME", home.toString(), "RATE_LIMIT_WRITE", "1000000/1m", "RATE_LIMIT_AUTH", "1000000/1m"));
    }

    private Api begin(Api guest) {
        guest.post("/api/v1/auth/register", LOGIN).expect(202);
        String code = new MailBox(home.resolve("mail.txt")).codeFor("ann@example.org");
        guest.post("/api/v1/auth/verify", Map.of("email", "ann@example.org", "code", code))
                .expect(204);
        Api api = logIn(guest);
        one = account(api, "One");
        other = account(api, "Other");
        return api;
    }

    private static String account(Api api, String name) {
        return api.post("/api/v1/finance/accounts", Map.of("kind", "BANK", "name", name, "currency", "EUR"))
                .expect(201)
                .text("id");
    }

    private static Api logIn(Api guest) {
        return guest.as(guest.post("/api/v1/auth/login", LOGIN).expect(200).text("accessToken"));
    }

    private void repeatUnknown(Api api) {
        for (Step step = unknown.poll(); step != null; step = unknown.poll()) {
            step.send(api);
            acknowledged.addAll(step.makes());
        }
    }

    private void writeUntilKilled(Api api) {
        while (true) {
            int next = number.incrementAndGet();
            var moved = carryOut(api, transfer("transfer " + next));
            if (moved.isEmpty()) {
                return;
            }
            String taken = "/api/v1/finance/transactions/" + moved.get().text("id") + "/reverse";
            var reversal = new Request("reversal " + next, taken, Map.of("description", "reversal " + next));
            if (next % 3 == 0 && carryOut(api, reversal).isEmpty()) {
                return;
            }
            if (next % 8 == 0
                    && carryOut(api, new Statement("row " + next, one)).isEmpty()) {
                return;
            }
        }
    }

    /** Empty if the answer is lost. */
    private Optional<Answer> carryOut(Api api, Step step) {
        try {
            var answer = step.send(api);
            acknowledged.addAll(step.makes());
            return Optional.of(answer);
        } catch (UncheckedIOException killed) {
            unknown.add(step);
            return Optional.empty();
        }
    }

    /** Opposite ones by turns, so that what locks in the wrong order would deadlock. */
    private Step transfer(String name) {
        boolean forth = name.hashCode() % 2 == 0;
        return new Request(
                name,
                "/api/v1/finance/transfers",
                Map.of(
                        "from",
                        forth ? one : other,
                        "to",
                        forth ? other : one,
                        "amount",
                        Map.of("amount", "1.0" + Math.abs(name.hashCode() % 10), "currency", "EUR"),
                        "description",
                        name));
    }

    /** Something that may be done again, and makes transactions of those descriptions, each once. */
    private sealed interface Step {
        List<String> makes();

        Answer send(Api api);
    }

    /** A request with a key. */
    private record Request(String name, String path, Map<String, Object> body) implements Step {
        @Override
        public List<String> makes() {
            return List.of(name);
        }

        @Override
        public Answer send(Api api) {
            return api.header("Idempotency-Key", name.replace(' ', '-'))
                    .post(path, body)
                    .expect(201);
        }
    }

    /** A bank's file, taken and booked without a key: what was booked before is known by its rows. */
    private record Statement(String name, String account) implements Step {
        @Override
        public List<String> makes() {
            return List.of(name + " first", name + " second");
        }

        @Override
        public Answer send(Api api) {
            String file = "Date;Description;Amount\n2026-03-01;%s first;-12.50\n2026-03-02;%s second;3.25\n"
                    .formatted(name, name);
            String id = api.header("Content-Type", "text/csv")
                    .send("POST", "/api/v1/finance/accounts/" + account + "/statements", file.getBytes(UTF_8))
                    .expect(201)
                    .text("id");
            return api.post("/api/v1/finance/statements/" + id + "/commit", Map.of())
                    .expect(200);
        }
    }

    private void await(int count) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (acknowledged.size() < count) {
            assertThat(System.nanoTime())
                    .as("only %s acknowledged", acknowledged.size())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
