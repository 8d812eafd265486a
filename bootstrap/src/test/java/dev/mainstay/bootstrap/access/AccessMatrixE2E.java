package dev.mainstay.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every operation there is, called by everybody who may not: nobody gets in, and no answer tells anything of the owner. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessMatrixE2E {

    private static final String NOWHERE = "0197a1de-0000-7000-8000-00000000dead";
    private static final String ADMIN = "admin@example.com";
    private static final String MARKER = "only-the-owner-knows";

    private MainstayServer server;
    private List<ApiOperation> operations;
    private TestUser owner;
    private TestUser stranger;
    private TestUser suspended;
    private Map<String, String> things;
    private String ownerId = NOWHERE;

    @BeforeAll
    void prepare() {
        server = MainstayServer.start(Map.of("ADMIN_EMAIL", ADMIN));
        operations = ApiOperation.all(server.api());
        owner = server.newUser();
        stranger = server.newUser();
        suspended = server.newUser();
        ownerId = idOf(owner);
        things = thingsOf(owner);
        TestUser.register(server, ADMIN)
                .api()
                .post("/api/v1/users/" + idOf(suspended) + "/suspension")
                .expect(204);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> without_a_token_no_operation_answers_unless_it_is_open() {
        return each(
                operations.stream().filter(each -> !each.open()),
                operation -> operation.call(server.api(), NOWHERE).expectProblem(401, "token_missing"));
    }

    @TestFactory
    Stream<DynamicTest> with_a_forged_token_no_operation_answers() {
        return each(
                operations.stream().filter(each -> !each.open()),
                operation -> operation
                        .call(server.api().as("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ."), NOWHERE)
                        .expectProblem(401, "token_invalid"));
    }

    @TestFactory
    Stream<DynamicTest> a_suspended_user_gets_nowhere() {
        return each(operations.stream().filter(each -> !each.open()), operation -> {
            Answer answer = operation.call(suspended.api(), NOWHERE);
            assertThat(answer.status()).as(answer.body()).isIn(401, 403);
            assertThat(answer.text("code")).isEqualTo("account_suspended");
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_for_administrators_is_forbidden_to_others() {
        return each(
                operations.stream().filter(ApiOperation::forAdministrators),
                operation -> operation.call(stranger.api(), ownerId).expectProblem(403, "admin_only"));
    }

    @TestFactory
    Stream<DynamicTest> somebody_elses_thing_is_not_found() {
        return each(operations.stream().filter(each -> each.ofOneThing() && !each.forAdministrators()), operation -> {
            Answer answer = operation.call(stranger.api(), things.getOrDefault(kind(operation), NOWHERE));
            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
            assertTellsNothing(answer);
        });
    }

    @TestFactory
    Stream<DynamicTest> no_list_shows_what_is_anothers() {
        return each(
                operations.stream()
                        .filter(each ->
                                !each.open() && !each.changes() && !each.ofOneThing() && !each.forAdministrators()),
                operation -> {
                    Answer answer = operation.call(stranger.api(), NOWHERE);
                    assertTellsNothing(answer);
                    assertThat(answer.body()).doesNotContain(things.values());
                });
    }

    @TestFactory
    Stream<DynamicTest> no_operation_breaks_over_its_own_example() {
        var users = new HashMap<String, TestUser>();
        return each(operations.stream(), operation -> {
            Answer answer = operation.call(somebody(operation, users).api(), NOWHERE);
            assertThat(answer.status()).as(answer.body()).isLessThan(500);
        });
    }

    /** Some operations log their caller out; the others share one, for no address may log in more often than 120 times a minute. */
    private TestUser somebody(ApiOperation operation, Map<String, TestUser> users) {
        String kind = kind(operation);
        return Set.of("auth", "me", "sessions").contains(kind)
                ? server.newUser()
                : users.computeIfAbsent(kind, none -> server.newUser());
    }

    private void assertTellsNothing(Answer answer) {
        assertThat(answer.body()).doesNotContain(MARKER, owner.email(), ownerId);
    }

    /** Ids of the owner's things, by the first part of their path: the session, and whatever the described examples create. */
    private Map<String, String> thingsOf(TestUser user) {
        user.api().ifMatch("\"v1\"").patch("/api/v1/me", Map.of("bio", MARKER)).expect(200);
        var made = new HashMap<String, String>();
        made.put("sessions", user.api().get("/api/v1/sessions").expect(200).text("items/0/id"));
        operations.stream().filter(ApiOperation::creates).forEach(operation -> {
            Answer answer = operation.call(user.api(), NOWHERE);
            if (answer.status() == 201 && answer.json().has("id")) {
                made.put(kind(operation), answer.text("id"));
            }
        });
        return made;
    }

    private static String kind(ApiOperation operation) {
        return operation.path().split("/", -1)[3];
    }

    private static String idOf(TestUser user) {
        return user.api().get("/api/v1/me").expect(200).text("id");
    }

    private static Stream<DynamicTest> each(Stream<ApiOperation> operations, Attempt attempt) {
        return operations.map(
                operation -> DynamicTest.dynamicTest(operation.toString(), () -> attempt.with(operation)));
    }

    @FunctionalInterface
    private interface Attempt {
        void with(ApiOperation operation);
    }
}
