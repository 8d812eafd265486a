package dev.mainstay.bootstrap.caching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mainstay.bootstrap.embedded.EmbeddedPostgres;
import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.AtOnce;
import dev.mainstay.bootstrap.harness.BesideOthers;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import dev.mainstay.bootstrap.harness.TestUser;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** PostgreSQL is stopped: what its users still see, labelled, and what nobody gets (G9). */
@BesideOthers
class DatabaseAwayE2E {

    private static final String ADMIN = "root@example.com";

    @Test
    void reads_that_may_be_stale_go_on_labelled_and_nothing_else_does() throws InterruptedException {
        try (var postgres = EmbeddedPostgres.start(TestServers.temporaryHome());
                var server = MainstayServer.start(Map.of(
                        "DATABASE_URL",
                        postgres.url().text(),
                        "REDIS_URL",
                        TestServers.redis().url().text(),
                        "ADMIN_EMAIL",
                        ADMIN))) {
            Api ann = server.newUser().api();
            Api gone = server.newUser().api();
            Api suspended = server.newUser().api();
            Api admin = TestUser.register(server, ADMIN).api();
            for (Api each : new Api[] {ann, gone, suspended, admin}) {
                await("hits", () -> isHit(each.get("/api/v1/me")) && isHit(each.get("/api/v1/home")));
            }
            String etag = ann.get("/api/v1/me").expect(200).etag();
            admin.post("/api/v1/users/" + suspended.get("/api/v1/me").text("id") + "/suspension")
                    .expect(204);
            gone.post("/api/v1/auth/logout").expect(204);
            gone.get("/api/v1/me").expectProblem(401, "session_ended");
            suspended.get("/api/v1/me").expectProblem(401, "account_suspended");

            postgres.stop();
            await("trust to lapse", () -> isStale(ann.get("/api/v1/home")));

            labelled(ann.get("/api/v1/home"));
            moneyIsUnavailable(ann.get("/api/v1/home").json().at("/widgets"));
            // A profile names roles (G9); nor is it confirmed by a 304.
            away(
                    () -> ann.get("/api/v1/me"),
                    () -> ann.header("If-None-Match", etag).get("/api/v1/me"),
                    () -> ann.get("/api/v1/me/roles"),
                    () -> ann.get("/api/v1/tasks"),
                    () -> ann.get("/api/v1/finance/summary"),
                    () -> ann.ifMatch(etag).patch("/api/v1/me", Map.of("bio", "written")),
                    () -> ann.post("/api/v1/tasks", Map.of("title", "Buy milk")),
                    () -> admin.get("/api/v1/admin/cache"),
                    () -> admin.get("/api/v1/users"));
            AtOnce.many(2, each -> (each == 0 ? gone : suspended).get("/api/v1/home"))
                    .forEach(answer -> assertThat(answer.status()).isIn(401, 503));
            server.api()
                    .as("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.")
                    .get("/api/v1/me")
                    .expectProblem(401, "token_invalid");

            postgres.start();
            await("the label to go", () -> isHit(ann.get("/api/v1/me")) && isHit(ann.get("/api/v1/home")));
            assertThat(ann.get("/api/v1/me").header("Warning")).isEmpty();
            ann.ifMatch(etag).patch("/api/v1/me", Map.of("bio", "written")).expect(200);
            assertThat(ann.get("/api/v1/me").text("bio")).isEqualTo("written");
            gone.get("/api/v1/me").expectProblem(401, "session_ended");
        }
    }

    /** Money is never shown stale, whether it is kept or read each time (G9); the rest is. */
    private static void moneyIsUnavailable(JsonNode widgets) {
        for (JsonNode widget : widgets) {
            boolean money = Set.of("BALANCE", "MONTH", "BUDGETS")
                    .contains(widget.at("/name").asText());
            assertThat(widget.at("/code").asText())
                    .as(widget.toString())
                    .isEqualTo(money ? "database_unavailable" : "");
        }
        assertThat(widgets).hasSize(6);
    }

    private static void labelled(Answer answer) {
        answer.expect(200);
        assertThat(answer.header("Cache-Status")).contains("mainstay; hit; detail=possibly-stale");
        assertThat(answer.header("Warning")).contains("110 - \"Response is Stale\"");
        assertThat(answer.header("ETag")).isEmpty();
    }

    /** All at once, for each waits until nobody hopes for a connection any more. */
    @SafeVarargs
    private static void away(Supplier<Answer>... questions) throws InterruptedException {
        for (Answer answer : AtOnce.many(questions.length, each -> questions[each].get())) {
            answer.expectProblem(503, "database_unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
        }
    }

    private static boolean isHit(Answer answer) {
        return answer.header("Cache-Status").orElse("").equals("mainstay; hit");
    }

    private static boolean isStale(Answer answer) {
        return answer.header("Cache-Status").orElse("").contains("possibly-stale");
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain for %s", what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
