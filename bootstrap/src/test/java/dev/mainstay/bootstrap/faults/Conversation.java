package dev.mainstay.bootstrap.faults;

import dev.mainstay.bootstrap.harness.Answer;
import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.util.ArrayList;
import java.util.List;
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
        home(user);
        Answer plants = tasks(user);
        Answer focus =
                note(user.header("Idempotency-Key", "focus").post("/api/v1/focus", Map.of("plannedMinutes", 25)));
        halfWay.run();
        profile(user);
        home(user);
        note(user.get("/api/v1/tasks/facets"));
        var page = note(user.get("/api/v1/tasks?sort=title&limit=2"));
        note(user.get("/api/v1/tasks?sort=title&limit=2&cursor=" + page.text("next")));
        complete(user, plants);
        bulk(user);
        files(user);
        focus(user, focus);
        home(user);
        arrange(user);
        Answer refreshed =
                note(guest.post("/api/v1/auth/refresh", Map.of("refreshToken", tokens.text("refreshToken"))));
        user = guest.as(refreshed.text("accessToken"));
        referrals(user);
        leave(user);
    }

    /** Makes tasks and returns one that repeats. */
    private Answer tasks(Api user) {
        Api keyed = user.header("Idempotency-Key", "plants");
        var due = Map.of("dateTime", "2035-03-24T09:00:00", "zone", "Europe/Vienna");
        var plants = Map.of(
                "title",
                "Water the plants",
                "labels",
                List.of("home"),
                "due",
                due,
                "recurrence",
                Map.of("rule", "FREQ=DAILY"));
        Answer made = note(keyed.post("/api/v1/tasks", plants));
        note(keyed.post("/api/v1/tasks", plants));
        note(keyed.post("/api/v1/tasks", Map.of("title", "Water the cat")));
        note(user.post(
                "/api/v1/tasks", Map.of("title", "Rent", "project", "Flat", "due", Map.of("date", "2035-03-01"))));
        note(user.post("/api/v1/tasks", Map.of("title", "", "due", "soon")));
        note(user.post("/api/v1/tasks", Map.of("title", "Nap", "priority", "LOW")));
        note(user.get("/api/v1/tasks"));
        note(user.get("/api/v1/tasks/facets"));
        return made;
    }

    private void complete(Api user, Answer plants) {
        String path = "/api/v1/tasks/" + plants.text("id");
        note(user.post(path + "/complete"));
        note(user.ifMatch(plants.etag()).post(path + "/complete"));
        note(user.ifMatch(plants.etag()).patch(path, Map.of("title", "somebody was faster")));
        note(user.get("/api/v1/tasks?sort=due"));
        note(user.get("/api/v1/tasks/facets"));
    }

    private void bulk(Api user) {
        var ids = new ArrayList<String>();
        user.get("/api/v1/tasks?sort=title")
                .expect(200)
                .json()
                .at("/items")
                .forEach(task -> ids.add(task.at("/id").asText()));
        var operations = List.of(
                Map.of("op", "PATCH", "id", ids.getFirst(), "changes", Map.of("priority", "HIGH")),
                Map.of("op", "COMPLETE", "id", ids.get(1)),
                Map.of("op", "DELETE", "id", ids.getLast(), "version", 99),
                Map.of("op", "DELETE", "id", "0197a1de-0000-7000-8000-000000000001"));
        note(user.post("/api/v1/tasks/bulk", Map.of("operations", operations)));
        note(user.get("/api/v1/tasks?sort=-title"));
    }

    private void files(Api user) {
        Api table = user.header("Content-Type", "text/csv");
        String rows = "uid,title,due,done\na@x,Read,2035-01-02,no\nb@x,Write,,yes\nc@x,,,no\n";
        note(table.post("/api/v1/tasks/import", rows));
        note(table.post("/api/v1/tasks/import", rows));
        note(user.get("/api/v1/tasks/export.csv"));
        note(user.get("/api/v1/tasks/export.ics"));
    }

    private void focus(Api user, Answer started) {
        String path = "/api/v1/focus/" + started.text("id");
        note(user.get("/api/v1/focus/current"));
        note(user.post("/api/v1/focus", Map.of("plannedMinutes", 5)));
        Answer paused = note(user.ifMatch(started.etag()).post(path + "/pause"));
        note(user.ifMatch(started.etag()).post(path + "/pause"));
        note(user.get("/api/v1/focus/current"));
        Answer resumed = note(user.ifMatch(paused.etag()).post(path + "/resume"));
        note(user.ifMatch(resumed.etag()).post(path + "/finish"));
        note(user.get("/api/v1/focus/current"));
        note(user.get("/api/v1/focus"));
        note(user.get("/api/v1/focus/days?from=2035-01-01&to=2035-01-03"));
        note(user.get("/api/v1/achievements"));
    }

    private void home(Api user) {
        note(user.get("/api/v1/home"));
    }

    private void arrange(Api user) {
        Answer layout = note(user.get("/api/v1/home/layout"));
        var widgets = Map.of("widgets", List.of(Map.of("name", "FOCUS"), Map.of("name", "TASKS", "hidden", true)));
        note(user.ifMatch(layout.etag()).put("/api/v1/home/layout", widgets));
        note(user.ifMatch(layout.etag()).put("/api/v1/home/layout", widgets));
        home(user);
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
