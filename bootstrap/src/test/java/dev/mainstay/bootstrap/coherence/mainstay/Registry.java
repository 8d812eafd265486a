package dev.mainstay.bootstrap.coherence.mainstay;

import dev.mainstay.bootstrap.harness.Api;
import dev.mainstay.bootstrap.harness.MailBox;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Registers people over HTTP, with the codes from the mail file of the instance. */
final class Registry {

    private final Api guest;
    private final MailBox mail;

    Registry(int port, Path mailFile) {
        this.guest = new Api(URI.create("http://127.0.0.1:" + port), Map.of());
        this.mail = new MailBox(mailFile);
    }

    Person register(String email) {
        var registration = Map.of("email", email, "password", Person.PASSWORD, "timeZone", "UTC");
        guest.post("/api/v1/auth/register", registration).expect(202);
        guest.post("/api/v1/auth/verify", Map.of("email", email, "code", mail.codeFor(email)))
                .expect(204);
        String token = guest.post("/api/v1/auth/login", Map.of("email", email, "password", Person.PASSWORD))
                .expect(200)
                .text("accessToken");
        String id = api(token).get("/api/v1/me").expect(200).text("id");
        return new Person(id, email, token);
    }

    Api api(String token) {
        return guest.as(token);
    }
}
