package dev.mainstay.bootstrap.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Sixty-four clients post to one account at once, half of them through transfers the other way: no update is lost, nothing is a 500.
 *
 * <p>All but one wait for the account, each with a connection, so that on a machine with much else to do the others may wait for a
 * connection for longer than a client should: they are asked to come back, and the key makes that safe.
 */
class ManyClientsOneAccountProof {

    private static final int CLIENTS = 64;
    private static final int EACH = 20;
    private static final int TRIES = 20;

    /** How often somebody was asked to come back, by the code of the refusal. */
    private final Map<String, Integer> askedBack = new ConcurrentHashMap<>();

    @Test
    void no_update_is_lost_and_no_deadlock_shows() throws Exception {
        try (var server =
                MainstayServer.start(Map.of("RATE_LIMIT_WRITE", "1000000/1m", "RATE_LIMIT_READ", "1000000/1m"))) {
            Api api = server.newUser().api();
            String bank = create(api, "accounts", Map.of("kind", "BANK", "name", "Bank", "currency", "EUR"));
            String cash = create(api, "accounts", Map.of("kind", "CASH", "name", "Cash", "currency", "EUR"));
            String food = create(api, "categories", Map.of("kind", "EXPENSE", "name", "Food"));
            var money = Map.of("amount", "1.00", "currency", "EUR");
            var spending = Map.of("account", bank, "category", food, "amount", money);
            var forth = Map.of("from", bank, "to", cash, "amount", money);
            var back = Map.of("from", cash, "to", bank, "amount", money);

            long start = System.nanoTime();
            var answers = new ArrayList<Future<List<Integer>>>();
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int client = 0; client < CLIENTS; client++) {
                    int number = client;
                    answers.add(clients.submit(() -> {
                        var statuses = new ArrayList<Integer>();
                        for (int i = 0; i < EACH; i++) {
                            String key = number + "-" + i;
                            statuses.add(
                                    switch (number % 4) {
                                        case 0 -> send(api, key, "transfers", forth);
                                        case 1 -> send(api, key, "transfers", back);
                                        default -> send(api, key, "transactions", spending);
                                    });
                        }
                        return statuses;
                    }));
                }
            }
            var took = Duration.ofNanos(System.nanoTime() - start);

            for (Future<List<Integer>> answer : answers) {
                assertThat(answer.get()).containsOnly(201);
            }
            System.out.printf(
                    "%d clients, %d transactions on one account: %d a second, asked to come back: %s%n",
                    CLIENTS, CLIENTS * EACH, CLIENTS * EACH * 1_000L / took.toMillis(), askedBack);
            // No connection within two seconds, or four deadlocks in a row: nothing else is a reason.
            assertThat(askedBack.keySet()).isSubsetOf("database_unavailable", "contended");
            assertThat(balance(api, bank)).isEqualTo("-" + CLIENTS / 2 * EACH + ".00");
            assertThat(balance(api, cash)).isEqualTo("0.00");
        }
    }

    /** Comes back when a busy server asks to. */
    private int send(Api api, String key, String what, Map<String, Object> body) throws InterruptedException {
        Api keyed = api.header("Idempotency-Key", key);
        for (int attempt = 1; ; attempt++) {
            Answer answer = keyed.post("/api/v1/finance/" + what, body);
            if (answer.status() != 503 || attempt == TRIES) {
                return answer.status();
            }
            askedBack.merge(answer.text("code"), 1, Integer::sum);
            Thread.sleep(Duration.ofSeconds(
                    Long.parseLong(answer.header("Retry-After").orElseThrow())));
        }
    }

    private static String create(Api api, String what, Map<String, Object> body) {
        Answer created = api.post("/api/v1/finance/" + what, body).expect(201);
        return created.text("id");
    }

    private static String balance(Api api, String account) {
        return api.get("/api/v1/finance/accounts/" + account).expect(200).text("balance/posted/amount");
    }
}
