package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.AtOnce;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What impatient people, and guessing strangers, do to an account at the same moment. */
class AccountAtOnceE2E {

    private static final String NEW_PASSWORD = "staple battery horse correct";

    private final MainstayServer server = MainstayServer.shared();
    private final TestUser user = server.newUser();

    @Test
    void two_concurrent_uses_of_a_refresh_token_get_the_same_successor() throws Exception {
        var successors =
                AtOnce.eight(each -> refresh(user.refreshToken()).expect(200).text("refreshToken"));

        assertThat(successors).containsOnly(successors.getFirst());
        refresh(successors.getFirst()).expect(200);
    }

    @Test
    void a_double_click_makes_one_thing() throws Exception {
        var keyed = user.api().header("Idempotency-Key", "double-click");

        var codes = AtOnce.eight(
                each -> keyed.post("/api/v1/referrals", Map.of()).expect(201).text("code"));

        assertThat(codes).containsOnly(codes.getFirst());
        assertThat(user.api().get("/api/v1/referrals").expect(200).json().at("/items"))
                .hasSize(1);
    }

    @Test
    void leaving_and_taking_it_back_at_once_ends_in_one_of_the_two() throws Exception {
        for (int round = 0; round < 5; round++) {
            AtOnce.eight(each -> each % 2 == 0
                    ? user.api().delete("/api/v1/me").expect(202)
                    : user.api().post("/api/v1/me/deletion/cancel").expect(204));

            var me = user.api().get("/api/v1/me").expect(200);
            assertThat(me.text("status")).isEqualTo(me.json().has("deletionDue") ? "LEAVING" : "ACTIVE");
        }
        user.api().post("/api/v1/me/deletion/cancel").expect(204);
        assertThat(user.api().get("/api/v1/me").text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void guesses_at_once_are_counted_each_and_use_the_code_up() throws Exception {
        String code = forgotten();

        AtOnce.eight(each -> reset("WRONG00" + each).expectProblem(400, "invalid"));

        reset(code).expectProblem(400, "invalid");
        TestUser.login(server, user.email(), user.password());
    }

    @Test
    void four_wrong_guesses_at_once_leave_the_fifth_try() throws Exception {
        String code = forgotten();

        AtOnce.many(4, each -> reset("WRONG00" + each).expectProblem(400, "invalid"));

        reset(code).expect(204);
    }

    @Test
    void a_code_used_by_many_at_once_is_good_for_one() throws Exception {
        String code = forgotten();

        assertThat(AtOnce.eight(each -> reset(code).status()))
                .containsExactlyInAnyOrder(204, 400, 400, 400, 400, 400, 400, 400);
    }

    private Answer refresh(String token) {
        return server.api().post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    /** The code of the letter that is sent to somebody who has forgotten the password. */
    private String forgotten() {
        String toVerify = server.mail().codeFor(user.email());
        server.api()
                .post("/api/v1/auth/password/forgot", Map.of("email", user.email()))
                .expect(202);
        return server.mail().codeAfter(toVerify, user.email());
    }

    private Answer reset(String code) {
        return server.api()
                .post(
                        "/api/v1/auth/password/reset",
                        Map.of("email", user.email(), "code", code, "newPassword", NEW_PASSWORD));
    }
}
