package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestUser;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a person does with an account, over HTTP, from the first letter to the last. */
@TestInstance(Lifecycle.PER_CLASS)
class LifeOfAnAccountE2E {

    private static final String NEW_PASSWORD = "staple battery horse correct";

    private final MainstayServer server = MainstayServer.shared();

    @Test
    void nobody_learns_whether_an_address_has_an_account() {
        TestUser user = server.newUser();

        Answer known = server.api().post("/api/v1/auth/register", credentials(user.email(), NEW_PASSWORD));
        Answer unknown =
                server.api().post("/api/v1/auth/register", credentials("nobody-yet@example.com", NEW_PASSWORD));
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());

        server.api()
                .post("/api/v1/auth/login", credentials(user.email(), "wrong password"))
                .expectProblem(401, "credentials_wrong");
        server.api()
                .post("/api/v1/auth/login", credentials("never@example.com", "wrong password"))
                .expectProblem(401, "credentials_wrong");
        server.api()
                .post("/api/v1/auth/password/forgot", Map.of("email", user.email()))
                .expect(202);
        server.api()
                .post("/api/v1/auth/password/forgot", Map.of("email", "never@example.com"))
                .expect(202);
    }

    @Test
    void login_answers_tokens_that_refresh_once() {
        TestUser user = server.newUser();

        Answer tokens = refresh(user.refreshToken()).expect(200);

        assertThat(tokens.text("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.json().at("/expiresIn").asLong()).isPositive();
        assertThat(tokens.header("Cache-Control")).contains("private, no-store");
        server.api().as(tokens.text("accessToken")).get("/api/v1/me").expect(200);
        refresh("no-such-token").expectProblem(401, "refresh_invalid");
    }

    @Test
    void logging_out_ends_the_session_at_once() {
        TestUser user = server.newUser();
        TestUser phone = TestUser.login(server, user.email(), user.password());

        user.api().post("/api/v1/auth/logout").expect(204);

        user.api().get("/api/v1/me").expectProblem(401, "session_ended");
        refresh(user.refreshToken()).expectProblem(401, "refresh_invalid");
        phone.api().get("/api/v1/me").expect(200);
        phone.api().post("/api/v1/auth/logout-all").expect(204);
        phone.api().get("/api/v1/me").expectProblem(401, "session_ended");
    }

    @Test
    void sessions_are_listed_and_ended_by_their_owner_alone() {
        TestUser user = server.newUser();
        TestUser phone = TestUser.login(server, user.email(), user.password());
        Answer sessions = user.api().get("/api/v1/sessions").expect(200);
        String phoneSession = sessions.text("items/0/id");
        assertThat(sessions.json().at("/items")).hasSize(2);
        assertThat(sessions.json().at("/items/0/current").asBoolean()).isFalse();

        server.newUser().api().delete("/api/v1/sessions/" + phoneSession).expectProblem(404, "session_not_found");
        phone.api().get("/api/v1/me").expect(200);
        user.api().delete("/api/v1/sessions/" + phoneSession).expect(204);

        phone.api().get("/api/v1/me").expectProblem(401, "session_ended");
        user.api().delete("/api/v1/sessions/" + phoneSession).expectProblem(404, "session_not_found");
    }

    @Test
    void a_profile_is_changed_by_version_and_read_from_the_cache() {
        TestUser user = server.newUser();
        Answer before = user.api().get("/api/v1/me").expect(200);
        assertThat(before.header("Cache-Status").orElse("")).startsWith("mainstay; ");

        user.api().patch("/api/v1/me", Map.of("name", "Ann")).expectProblem(428, "precondition_required");
        Answer after = user.api()
                .ifMatch(before.etag())
                .patch(
                        "/api/v1/me",
                        Map.of("name", "Ann", "theme", "DARK", "preferences", Map.of("weekStart", "monday")))
                .expect(200);

        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(user.api().get("/api/v1/me").expect(200).text("name")).isEqualTo("Ann");
        user.api()
                .ifMatch(before.etag())
                .patch("/api/v1/me", Map.of("name", "B"))
                .expect(412);
        user.api().header("If-None-Match", after.etag()).get("/api/v1/me").expect(304);
        var removal = new HashMap<String, Object>();
        removal.put("weekStart", null);
        assertThat(user.api()
                        .ifMatch(after.etag())
                        .patch("/api/v1/me", Map.of("preferences", removal))
                        .expect(200)
                        .json()
                        .at("/preferences"))
                .isEmpty();
        user.api()
                .ifMatch("\"v3\"")
                .patch("/api/v1/me", Map.of("timeZone", "Mars/Olympus"))
                .expectProblem(400, "invalid");
        user.api()
                .ifMatch("\"v3\"")
                .patch("/api/v1/me", Map.of("name", "x".repeat(101)))
                .expectProblem(400, "invalid");
    }

    @Test
    void a_forgotten_password_is_set_anew_by_code() {
        TestUser user = server.newUser();
        String toVerify = server.mail().codeFor(user.email());
        server.api()
                .post("/api/v1/auth/password/forgot", Map.of("email", user.email()))
                .expect(202);
        assertThat(user.api().get("/api/v1/me/codes").expect(200).body()).contains("RESET_PASSWORD");

        server.api()
                .post("/api/v1/auth/password/reset", reset(user.email(), "wrong-code"))
                .expect(400);
        server.api()
                .post(
                        "/api/v1/auth/password/reset",
                        reset(user.email(), server.mail().codeAfter(toVerify, user.email())))
                .expect(204);

        user.api().get("/api/v1/me").expectProblem(401, "session_ended");
        TestUser.login(server, user.email(), NEW_PASSWORD)
                .api()
                .get("/api/v1/me")
                .expect(200);
    }

    @Test
    void changing_the_password_ends_the_other_sessions() {
        TestUser user = server.newUser();
        TestUser phone = TestUser.login(server, user.email(), user.password());

        user.api()
                .post("/api/v1/auth/password/change", Map.of("currentPassword", "wrong", "newPassword", NEW_PASSWORD))
                .expectProblem(400, "invalid");
        user.api()
                .post(
                        "/api/v1/auth/password/change",
                        Map.of("currentPassword", user.password(), "newPassword", NEW_PASSWORD))
                .expect(204);

        user.api().get("/api/v1/me").expect(200);
        phone.api().get("/api/v1/me").expectProblem(401, "session_ended");
    }

    @Test
    void an_export_holds_everything_the_user_owns() {
        TestUser user = server.newUser();

        Answer export = user.api().get("/api/v1/me/export").expect(200);

        assertThat(export.header("Content-Type").orElse("")).startsWith("application/json");
        assertThat(export.header("Content-Disposition").orElse("")).contains("attachment");
        assertThat(export.json().size()).isPositive();
        assertThat(export.body()).contains(user.email()).doesNotContain("$argon2", user.refreshToken());
    }

    @Test
    void leaving_can_be_taken_back() {
        TestUser user = server.newUser();

        Answer wish = user.api().delete("/api/v1/me").expect(202);

        assertThat(user.api().get("/api/v1/me").expect(200).text("status")).isEqualTo("LEAVING");
        assertThat(user.api().get("/api/v1/me").text("deletionDue")).isEqualTo(wish.text("due"));
        user.api().post("/api/v1/me/deletion/cancel").expect(204);
        assertThat(user.api().get("/api/v1/me").expect(200).text("status")).isEqualTo("ACTIVE");
    }

    private Answer refresh(String token) {
        return server.api().post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    private static Map<String, String> reset(String email, String code) {
        return Map.of("email", email, "code", code, "newPassword", NEW_PASSWORD);
    }

    private static Map<String, String> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }
}
