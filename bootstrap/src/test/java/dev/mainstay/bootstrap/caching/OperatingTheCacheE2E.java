package dev.mainstay.bootstrap.caching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import dev.mainstay.bootstrap.harness.TestUser;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An administrator looks at the cache and drops from it, on two instances of one deployment. */
@TestInstance(Lifecycle.PER_CLASS)
@BesideOthers
class OperatingTheCacheE2E {

    private static final String ADMIN = "root@example.com";
    private static final String DROP = "/api/v1/admin/cache/drop";
    private static final String PROFILE = "cache:user:profile";

    private MainstayServer server;
    private MainstayServer other;
    private Api admin;
    private Api ann;
    private String adminId = "";

    @BeforeAll
    void start() {
        var redis = TestServers.redis().url().text();
        server = MainstayServer.start(Map.of("ADMIN_EMAIL", ADMIN, "REDIS_URL", redis));
        admin = TestUser.register(server, ADMIN).api();
        ann = server.newUser().api();
        // After they have their letters, which either instance may send.
        other = MainstayServer.start(Map.of("DATABASE_URL", server.databaseUrl(), "REDIS_URL", redis));
        adminId = admin.get("/api/v1/me").expect(200).text("id");
    }

    @AfterAll
    void stop() {
        other.close();
        server.close();
    }

    @Test
    void the_catalogue_the_state_and_the_figures_are_shown() {
        awaitHit(ann);

        Answer shown = admin.get("/api/v1/admin/cache").expect(200);

        assertThat(shown.text("redis")).isEqualTo("UP");
        assertThat(shown.text("breaker")).isEqualTo("CLOSED");
        assertThat(shown.json().at("/incarnation").asLong()).isPositive();
        assertThat(shown.json().at("/pendingKeys").asInt()).isZero();
        JsonNode profile = view(shown, PROFILE);
        assertThat(profile.at("/tier").asText()).isEqualTo("COHERENT");
        assertThat(profile.at("/ttlSeconds").asInt()).isEqualTo(3600);
        assertThat(view(shown, "widgets:home:user").at("/mayBeStale").asBoolean())
                .isTrue();
        assertThat(profile.at("/invalidatedBy/0").asText()).isEqualTo("AccountChanged");
        assertThat(profile.at("/hits").asLong()).isPositive();
        assertThat(profile.at("/misses").isIntegralNumber()).isTrue();
        assertThat(profile.at("/verifiedMatches").asLong()).isPositive();
        assertThat(profile.at("/verifiedMismatches").asLong()).isZero();
        assertThat(view(shown, "session:auth:token").at("/mayBeStale").asBoolean())
                .isFalse();
    }

    @Test
    void one_key_is_dropped_on_every_instance() {
        String id = ann.get("/api/v1/me").expect(200).text("id");
        awaitHit(onOther(ann));

        admin.post(DROP, Map.of("view", PROFILE, "id", id)).expect(204);

        assertThat(status(onOther(ann))).doesNotContain("; hit");
        awaitHit(onOther(ann));
        assertThat(orders()).contains(PROFILE + ':' + id);
    }

    @Test
    void a_view_is_dropped_on_every_instance() {
        awaitHit(onOther(ann));

        admin.post(DROP, Map.of("view", PROFILE)).expect(204);

        assertThat(status(onOther(ann))).doesNotContain("; hit");
        awaitHit(onOther(ann));
        assertThat(view(admin.get("/api/v1/admin/cache").expect(200), PROFILE)
                        .at("/dropped")
                        .asInt())
                .isPositive();
    }

    @Test
    void everything_is_dropped_by_a_new_incarnation_and_hits_come_back() {
        awaitHit(onOther(ann));
        long before = incarnation();

        admin.post(DROP, Map.of("everything", true)).expect(204);

        assertThat(status(onOther(ann))).doesNotContain("; hit");
        // An instance that has not seen the marker of the new one yet may ask for one more.
        assertThat(incarnation()).isGreaterThan(before);
        awaitHit(onOther(ann));
        assertThat(orders()).contains("everything");
    }

    @Test
    void what_makes_no_sense_is_refused_by_field() {
        refused(Map.of(), "view");
        refused(Map.of("id", "a"), "view");
        refused(Map.of("view", "cache:no:such"), "view");
        refused(Map.of("view", PROFILE, "id", "*"), "id");
        refused(Map.of("everything", false), "everything");
        refused(Map.of("everything", true, "view", PROFILE), "everything");
    }

    @Test
    void nobody_but_an_administrator_gets_near() {

        ann.get("/api/v1/admin/cache").expectProblem(403, "admin_only");
        ann.post(DROP, Map.of("everything", true)).expectProblem(403, "admin_only");
        server.api().post(DROP, Map.of("everything", true)).expectProblem(401, "token_missing");
    }

    @Test
    void without_a_redis_there_is_nothing_to_drop() {
        try (var bare = MainstayServer.start(Map.of("ADMIN_EMAIL", ADMIN))) {
            Api root = TestUser.register(bare, ADMIN).api();

            assertThat(root.get("/api/v1/admin/cache").expect(200).text("redis"))
                    .isEqualTo("ABSENT");
            root.post(DROP, Map.of("everything", true)).expectProblem(409, "no_cache");
            root.post(DROP, Map.of("view", PROFILE)).expectProblem(409, "no_cache");
        }
    }

    private void refused(Map<String, Object> body, String field) {
        assertThat(admin.post(DROP, body).expectProblem(400, "invalid").text("errors/0/field"))
                .isEqualTo(field);
    }

    private String orders() {
        return admin.get("/api/v1/admin/audit?subject=" + adminId).expect(200).body();
    }

    private long incarnation() {
        return admin.get("/api/v1/admin/cache")
                .expect(200)
                .json()
                .at("/incarnation")
                .asLong();
    }

    private static JsonNode view(Answer shown, String name) {
        for (JsonNode view : shown.json().at("/views")) {
            if (view.at("/name").asText().equals(name)) {
                return view;
            }
        }
        throw new AssertionError(name + " is not in " + shown.body());
    }

    private Api onOther(Api user) {
        return other.api().header("Authorization", user.headers().getOrDefault("Authorization", ""));
    }

    private static String status(Api user) {
        return user.get("/api/v1/me").expect(200).header("Cache-Status").orElse("");
    }

    private static void awaitHit(Api user) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!status(user).contains("; hit")) {
            assertThat(System.nanoTime()).as("waited in vain for a hit").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
