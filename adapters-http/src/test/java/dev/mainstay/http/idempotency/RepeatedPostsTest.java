package dev.mainstay.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.http.probe.ProbeServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The same key has one effect and one answer. */
@TestInstance(Lifecycle.PER_CLASS)
class RepeatedPostsTest {

    @AutoClose
    private final ProbeServer server = ProbeServer.start();

    @Test
    void a_repeat_gets_the_first_answer_again() {
        var first = create("alice", "key-1", "{\"text\":\"a\"}");

        var second = create("alice", "key-1", "{\"text\":\"a\"}");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body()).isEqualTo("{\"text\":\"a\"}");
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void another_body_under_the_same_key_is_422() {
        create("alice", "key-2", "{\"text\":\"a\"}");

        var answer = create("alice", "key-2", "{\"text\":\"b\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("idempotency_key_reused");
    }

    @Test
    void another_user_may_use_the_same_key() {
        var first = create("alice", "key-3", "{\"text\":\"a\"}");

        var other = create("bob", "key-3", "{\"text\":\"a\"}");

        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(other.headers().firstValue("Location"))
                .isNotEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void a_key_must_be_visible_ascii_and_not_too_long() {
        assertThat(create("alice", "k".repeat(256), "{\"text\":\"a\"}").statusCode())
                .isEqualTo(400);
        assertThat(create("alice", "a b", "{\"text\":\"a\"}").body()).contains("\"field\":\"Idempotency-Key\"");
        assertThat(create("alice", "k".repeat(255), "{\"text\":\"a\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void without_a_key_each_request_has_its_effect() {
        var first = server.post("{\"text\":\"a\"}");

        assertThat(server.post("{\"text\":\"a\"}").headers().firstValue("Location"))
                .isNotEqualTo(first.headers().firstValue("Location"));
    }

    private HttpResponse<String> create(String user, String key, String body) {
        return server.sendAs(user, "POST", "/probe", body, "Idempotency-Key", key);
    }
}
