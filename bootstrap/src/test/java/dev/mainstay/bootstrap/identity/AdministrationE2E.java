package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What an administrator does counts from the next request on, on every instance. */
@TestInstance(Lifecycle.PER_CLASS)
class AdministrationE2E {

    private static final String ADMIN = "root@example.com";

    private MainstayServer server;
    private MainstayServer other;
    private TestUser admin;

    @BeforeAll
    void start() {
        server = MainstayServer.start(Map.of("ADMIN_EMAIL", ADMIN));
        other = MainstayServer.start(Map.of("DATABASE_URL", server.databaseUrl()));
        admin = TestUser.register(server, ADMIN);
    }

    @AfterAll
    void stop() {
        other.close();
        server.close();
    }

    @Test
    void users_are_listed_in_pages_and_found() {
        TestUser user = server.newUser();
        server.newUser();

        Answer page = admin.api().get("/api/v1/users?limit=1").expect(200);
        Answer next = admin.api()
                .get("/api/v1/users?limit=1&cursor=" + page.text("next"))
                .expect(200);

        assertThat(page.json().at("/items")).hasSize(1);
        assertThat(next.text("items/0/id")).isNotEqualTo(page.text("items/0/id"));
        assertThat(admin.api()
                        .get("/api/v1/users?text=" + user.email())
                        .expect(200)
                        .text("items/0/email"))
                .isEqualTo(user.email());
        assertThat(admin.api()
                        .get("/api/v1/users?role=ADMIN")
                        .expect(200)
                        .json()
                        .at("/items"))
                .hasSize(1);
        admin.api().get("/api/v1/users?role=KING").expectProblem(400, "invalid");
    }

    @Test
    void a_role_counts_from_the_next_request_on_every_instance() {
        TestUser user = server.newUser();
        var elsewhere = onOther(user);
        elsewhere.get("/api/v1/users").expectProblem(403, "admin_only");

        admin.api().put("/api/v1/users/" + id(user) + "/roles/ADMIN", "").expect(204);
        elsewhere.get("/api/v1/users").expect(200);
        admin.api().delete("/api/v1/users/" + id(user) + "/roles/ADMIN").expect(204);
        elsewhere.get("/api/v1/users").expectProblem(403, "admin_only");
    }

    @Test
    void a_suspended_user_is_out_at_once_on_every_instance() {
        TestUser user = server.newUser();
        String id = id(user);
        var elsewhere = onOther(user);
        elsewhere.get("/api/v1/me").expect(200);

        admin.api().post("/api/v1/users/" + id + "/suspension").expect(204);

        elsewhere.get("/api/v1/me").expectProblem(401, "account_suspended");
        user.api().get("/api/v1/me").expectProblem(401, "account_suspended");
        server.api()
                .post("/api/v1/auth/login", Map.of("email", user.email(), "password", user.password()))
                .expectProblem(403, "account_suspended");
        admin.api().delete("/api/v1/users/" + id + "/suspension").expect(204);
        TestUser.login(server, user.email(), user.password())
                .api()
                .get("/api/v1/me")
                .expect(200);
    }

    @Test
    void nobody_deposes_or_suspends_themselves() {
        admin.api().delete("/api/v1/users/" + id(admin) + "/roles/ADMIN").expectProblem(409, "own_admin_role");
        admin.api().post("/api/v1/users/" + id(admin) + "/suspension").expectProblem(409, "own_account");
    }

    @Test
    void what_was_done_stands_in_the_audit_log() {
        TestUser user = server.newUser();
        admin.api().put("/api/v1/users/" + id(user) + "/roles/TEACHER", "").expect(204);

        Answer log = admin.api().get("/api/v1/admin/audit?subject=" + id(user)).expect(200);

        assertThat(log.text("items/0/action")).isEqualTo("role.granted");
        assertThat(log.text("items/0/actor")).isEqualTo(id(admin));
        assertThat(log.body()).doesNotContain(user.password(), user.refreshToken(), "$argon2");
        assertThat(admin.api()
                        .get("/api/v1/admin/audit/verify")
                        .expect(200)
                        .json()
                        .at("/intact")
                        .asBoolean())
                .isTrue();
        user.api().get("/api/v1/admin/audit?subject=" + id(user)).expectProblem(403, "admin_only");
    }

    private Api onOther(TestUser user) {
        return other.api().header("Authorization", user.api().headers().getOrDefault("Authorization", ""));
    }

    private static String id(TestUser user) {
        return user.api().get("/api/v1/me").expect(200).text("id");
    }
}
