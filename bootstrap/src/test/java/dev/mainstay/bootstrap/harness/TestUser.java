package dev.mainstay.bootstrap.harness;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A user of a server under test.
 *
 * @param api a client with the user's access token
 * @param refreshToken of the login that made the client
 */
public record TestUser(String email, String password, Api api, String refreshToken) {

    private static final AtomicInteger USERS = new AtomicInteger();

    static TestUser register(MainstayServer server) {
        return register(server, "user" + USERS.incrementAndGet() + "@example.com");
    }

    /** A user of that address, such as the administrator's; verified and logged in. */
    public static TestUser register(MainstayServer server, String email) {
        String password = "correct horse battery staple";
        var registration =
                Map.of("email", email, "password", password, "name", "Some User", "timeZone", "Europe/Berlin");
        server.api().post("/api/v1/auth/register", registration).expect(202);
        var verification = Map.of("email", email, "code", server.mail().codeFor(email));
        server.api().post("/api/v1/auth/verify", verification).expect(204);
        return login(server, email, password);
    }

    /** Another login of a user who exists. */
    public static TestUser login(MainstayServer server, String email, String password) {
        var tokens = server.api()
                .post("/api/v1/auth/login", Map.of("email", email, "password", password))
                .expect(200);
        return new TestUser(email, password, server.api().as(tokens.text("accessToken")), tokens.text("refreshToken"));
    }
}
