package dev.mainstay.bootstrap.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A warm read is answered by what lies ready, past the controllers: nobody can tell but by {@code Cache-Status}. */
class WarmReadsE2E {

    private static final Set<String> DIFFERENT_EACH_TIME = Set.of("cache-status", "date", "ratelimit", "x-request-id");

    private final MainstayServer server = MainstayServer.shared();
    private final Api ann = server.newUser().api();

    @Test
    void a_hit_is_the_answer_that_was_stored_word_for_word() {
        for (String path : List.of("/api/v1/home", "/api/v1/me")) {
            Answer miss = ann.get(path).expect(200);
            Answer hit = ann.get(path).expect(200);

            assertThat(miss.header("Cache-Status")).as(path).hasValue("mainstay; fwd=miss; stored");
            assertThat(hit.header("Cache-Status")).as(path).hasValue("mainstay; hit");
            assertThat(hit.body()).as(path).isEqualTo(miss.body());
            assertThat(lasting(hit)).as(path).isEqualTo(lasting(miss));
        }
    }

    @Test
    void a_hit_that_the_client_has_already_is_not_sent_again() {
        ann.get("/api/v1/me").expect(200);
        String etag = ann.get("/api/v1/me").expect(200).etag();

        Answer known = ann.header("If-None-Match", etag).get("/api/v1/me");

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.header("Cache-Status")).hasValue("mainstay; hit");
    }

    @Test
    void a_page_with_a_balance_shows_it_as_it_is_each_time() {
        var account = ann.post("/api/v1/finance/accounts", Map.of("name", "Purse", "kind", "CASH", "currency", "EUR"))
                .expect(201);
        assertThat(account.text("id")).isNotEmpty();

        Answer miss = ann.get("/api/v1/home").expect(200);
        Answer hit = ann.get("/api/v1/home").expect(200);

        assertThat(hit.header("Cache-Status")).hasValue("mainstay; hit");
        assertThat(hit.json().at("/widgets")).isEqualTo(miss.json().at("/widgets"));
    }

    @Test
    void whoever_logs_out_is_refused_at_the_next_warm_read() {
        var user = server.newUser();
        Api api = user.api();
        api.get("/api/v1/home").expect(200);
        assertThat(api.get("/api/v1/home").expect(200).header("Cache-Status")).hasValue("mainstay; hit");

        api.post("/api/v1/auth/logout").expect(204);

        api.get("/api/v1/home").expectProblem(401, "session_ended");
    }

    private static Map<String, Set<String>> lasting(Answer answer) {
        var headers = new TreeMap<String, Set<String>>();
        answer.headers().map().forEach((name, values) -> headers.put(name, new TreeSet<>(values)));
        headers.keySet().removeAll(DIFFERENT_EACH_TIME);
        return headers;
    }
}
