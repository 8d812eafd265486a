package dev.mainstay.bootstrap.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferralsE2E {

    private final MainstayServer server = MainstayServer.shared();

    @Test
    void a_referral_code_is_made_once_per_key_and_redeemed_once_by_another() {
        TestUser owner = server.newUser();
        TestUser friend = server.newUser();
        var keyed = owner.api().header("Idempotency-Key", "referral-1");
        Answer made = keyed.post("/api/v1/referrals", Map.of("maxUses", 2)).expect(201);
        String code = made.text("code");

        Answer again = keyed.post("/api/v1/referrals", Map.of("maxUses", 2)).expect(201);
        assertThat(again.text("code")).isEqualTo(code);
        assertThat(again.header("Idempotency-Replayed")).contains("true");
        keyed.post("/api/v1/referrals", Map.of("maxUses", 3)).expectProblem(422, "invalid");
        assertThat(owner.api().get("/api/v1/referrals").expect(200).json().at("/items"))
                .hasSize(1);

        assertThat(friend.api()
                        .get("/api/v1/referrals/" + code)
                        .expect(200)
                        .json()
                        .at("/usesLeft")
                        .asInt())
                .isEqualTo(2);
        owner.api().post("/api/v1/referrals/" + code + "/redemption").expectProblem(409, "referral_own_code");
        friend.api().post("/api/v1/referrals/" + code + "/redemption").expect(204);
        friend.api().post("/api/v1/referrals/" + code + "/redemption").expectProblem(409, "referral_redeemed");
        assertThat(friend.api()
                        .get("/api/v1/referrals/" + code)
                        .expect(200)
                        .json()
                        .at("/usesLeft")
                        .asInt())
                .isEqualTo(1);
        friend.api().get("/api/v1/referrals/zzzzzzzz").expectProblem(404, "referral_code_not_found");
        owner.api().post("/api/v1/referrals", Map.of("maxUses", 0)).expectProblem(400, "invalid");
        owner.api().post("/api/v1/referrals", Map.of("validDays", -1)).expectProblem(400, "invalid");
    }
}
