package dev.mainstay.bootstrap.faults;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.Map;

/** Everything that a person does with Mainstay in a day, in one go, with an interruption in the middle. */
final class Conversation {

    private static final String EMAIL = "ann@example.org";
    private static final String PASSWORD = "correct horse battery staple";

    private final MainstayServer server;
    private final Runnable halfWay;
    private final Transcript transcript = new Transcript();

    private Conversation(MainstayServer server, Runnable halfWay) {
        this.server = server;
        this.halfWay = halfWay;
    }

    /** Has the conversation with the server and returns what was answered. */
    static Transcript with(MainstayServer server, Runnable halfWay) {
        var conversation = new Conversation(server, halfWay);
        conversation.hold();
        return conversation.transcript;
    }

    private void hold() {
        Api guest = server.api();
        note(guest.post(
                "/api/v1/auth/register", Map.of("email", EMAIL, "password", PASSWORD, "timeZone", "Europe/Vienna")));
        String code = server.mail().codeFor(EMAIL);
        note(guest.post("/api/v1/auth/verify", Map.of("email", EMAIL, "code", "AAAA-AAAA")));
        note(guest.post("/api/v1/auth/verify", Map.of("email", EMAIL, "code", code)));
        note(guest.post("/api/v1/auth/login", Map.of("email", EMAIL, "password", "wrong horse battery")));
        Answer tokens = login(guest);
        Api user = guest.as(tokens.text("accessToken"));
        profile(user);
        halfWay.run();
        profile(user);
        Answer refreshed =
                note(guest.post("/api/v1/auth/refresh", Map.of("refreshToken", tokens.text("refreshToken"))));
        user = guest.as(refreshed.text("accessToken"));
        referrals(user);
        leave(user);
    }

    private void profile(Api user) {
        Answer me = note(user.get("/api/v1/me"));
        note(user.patch("/api/v1/me", Map.of("bio", "without a version")));
        Answer revised =
                note(user.ifMatch(me.etag()).patch("/api/v1/me", Map.of("bio", "I water plants.", "theme", "DARK")));
        note(user.ifMatch(me.etag()).patch("/api/v1/me", Map.of("bio", "somebody was faster")));
        note(user.header("If-None-Match", revised.etag()).get("/api/v1/me"));
        note(user.get("/api/v1/me"));
        note(user.get("/api/v1/me/roles"));
        note(user.get("/api/v1/users"));
    }

    private void referrals(Api user) {
        Answer created =
                note(user.header("Idempotency-Key", "a-code-for-ben").post("/api/v1/referrals", Map.of("maxUses", 1)));
        note(user.header("Idempotency-Key", "a-code-for-ben").post("/api/v1/referrals", Map.of("maxUses", 1)));
        note(user.header("Idempotency-Key", "a-code-for-ben").post("/api/v1/referrals", Map.of("maxUses", 2)));
        note(user.get("/api/v1/referrals/" + created.text("code")));
        note(user.post("/api/v1/referrals/" + created.text("code") + "/redemption"));
        note(user.get("/api/v1/referrals"));
    }

    private void leave(Api user) {
        note(user.get("/api/v1/me/export"));
        note(user.get("/api/v1/sessions"));
        note(user.post("/api/v1/auth/logout"));
        note(user.get("/api/v1/me"));
    }

    private Answer login(Api guest) {
        return note(guest.post("/api/v1/auth/login", Map.of("email", EMAIL, "password", PASSWORD)));
    }

    private Answer note(Answer answer) {
        return transcript.note(answer);
    }
}
