package dev.mainstay.bootstrap.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.identity.AccessTokens;
import dev.mainstay.application.time.Ids;
import dev.mainstay.bootstrap.configuration.Secret;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Tokens that were not made here, not for now, or not as they are. */
@TestInstance(Lifecycle.PER_CLASS)
class HostileTokensE2E {

    private final MainstayServer server = MainstayServer.shared();
    private AccessTokens.Claims claims;
    private String good = "";

    @BeforeAll
    void logIn() {
        TestUser user = server.newUser();
        good = user.api().headers().getOrDefault("Authorization", "").substring("Bearer ".length());
        claims = server.bean(AccessTokens.class).read(good);
    }

    @Test
    void an_unsigned_token_is_refused() {
        String header = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");

        refused(header + '.' + part(1) + '.');
        refused(header + '.' + part(1) + '.' + part(2));
        refused(encode("{\"alg\":\"None\"}") + '.' + part(1) + '.');
        refused(part(0) + '.' + part(1) + '.');
        refused(part(0) + '.' + part(1));
    }

    @Test
    void a_token_signed_with_another_secret_is_refused() {
        var foreign = tokens("another-secret-0123456789-abcdefghijklmnopqrstuvwxyz".getBytes(UTF_8), Instant.now());

        refused(foreign.issue(claims.user(), claims.session()));
    }

    @Test
    void a_changed_token_is_refused() {
        String payload = new String(Base64.getUrlDecoder().decode(part(1)), UTF_8);

        refused(part(0)
                + '.'
                + encode(payload.replaceFirst("\"sub\":\"[^\"]+", "\"sub\":\"0197a1de-0000-7000-8000-000000000001"))
                + '.'
                + part(2));
        refused(encode("{\"alg\":\"HS512\",\"typ\":\"JWT\"}") + '.' + part(1) + '.' + part(2));
        refused("a".repeat(5_000));
    }

    @Test
    void a_token_of_yesterday_has_expired() {
        var earlier = tokens(server.bean(Secret.class).bytes(), Instant.now().minus(Duration.ofDays(1)));

        server.api()
                .as(earlier.issue(claims.user(), claims.session()))
                .get("/api/v1/me")
                .expectProblem(401, "token_expired");
    }

    @Test
    void the_good_token_still_counts() {
        assertThat(server.api().as(good).get("/api/v1/me").status()).isEqualTo(200);
    }

    private void refused(String token) {
        server.api().as(token).get("/api/v1/me").expectProblem(401, "token_invalid");
    }

    private AccessTokens tokens(byte[] secret, Instant now) {
        return new JwtAccessTokens(secret, server.bean(Ids.class), () -> now, Duration.ofMinutes(10));
    }

    private String part(int number) {
        return good.split("\\.", -1)[number];
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
