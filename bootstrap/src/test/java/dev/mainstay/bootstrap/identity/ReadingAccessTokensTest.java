package dev.mainstay.bootstrap.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mainstay.application.identity.AccessTokens.Claims;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAuthenticated;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReadingAccessTokensTest {

    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final UserId USER = new UserId(UUID.randomUUID());
    private static final SessionId SESSION = new SessionId(UUID.randomUUID());

    private final TestClock clock = TestClock.at("2026-05-01T08:00:00Z");
    private final JwtAccessTokens tokens = new JwtAccessTokens(SECRET, UUID::randomUUID, clock, Duration.ofMinutes(10));

    private void refused(String token, String code) {
        assertThatThrownBy(() -> tokens.read(token))
                .as(token)
                .isInstanceOfSatisfying(
                        NotAuthenticated.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(JwtAccessTokens.ISSUER)
                .audience(JwtAccessTokens.AUDIENCE)
                .subject(USER.value().toString())
                .claim("sid", SESSION.value().toString())
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, byte[] secret) {
        try {
            var jwt = new SignedJWT(new JWSHeader(algorithm), claims);
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    @Test
    void a_token_of_ours_says_who_and_which_session() {
        assertThat(tokens.read(tokens.issue(USER, SESSION))).isEqualTo(new Claims(USER, SESSION));
        assertThat(tokens.read(signed(claims().build(), JWSAlgorithm.HS256, SECRET)))
                .isEqualTo(new Claims(USER, SESSION));
    }

    @Test
    void it_ends_after_its_life_give_or_take_the_clocks() {
        String token = tokens.issue(USER, SESSION);

        clock.advance(Duration.ofMinutes(10).plusSeconds(9));
        assertThat(tokens.read(token)).isNotNull();
        clock.advance(Duration.ofSeconds(1));
        refused(token, "token_expired");
    }

    @Test
    void other_algorithms_other_keys_and_no_signature_are_refused() {
        refused(signed(claims().build(), JWSAlgorithm.HS512, SECRET), "token_invalid");
        refused(
                signed(claims().build(), JWSAlgorithm.HS256, "another secret of at least 32 bytes".getBytes(UTF_8)),
                "token_invalid");
        String payload = base64(claims().build().toString());
        refused(base64("{\"alg\":\"none\"}") + "." + payload + ".", "token_invalid");
        refused(base64("{\"alg\":\"None\"}") + "." + payload + ".", "token_invalid");
        refused(base64("{\"alg\":\"HS256\"}") + "." + payload + ".", "token_invalid");
        refused(base64("{\"alg\":\"HS256\"}") + "." + payload, "token_invalid");
        refused(base64("{\"alg\":\"HS256\",\"crit\":[\"exp\"]}") + "." + payload + ".AAAA", "token_invalid");
    }

    @Test
    void a_token_whose_payload_was_changed_is_refused() {
        List<String> parts = List.of(tokens.issue(USER, SESSION).split("\\.", -1));
        String other =
                base64(claims().subject(UUID.randomUUID().toString()).build().toString());

        refused(parts.get(0) + "." + other + "." + parts.get(2), "token_invalid");
    }

    @Test
    void every_claim_must_be_there_and_ours() {
        List<UnaryOperator<JWTClaimsSet.Builder>> flaws = List.of(
                claims -> claims.issuer("somebody"),
                claims -> claims.audience("another-api"),
                claims -> claims.audience(List.of(JwtAccessTokens.AUDIENCE, "another-api")),
                claims -> claims.subject(null),
                claims -> claims.subject("ann"),
                claims -> claims.claim("sid", null),
                claims -> claims.claim("sid", 7),
                claims -> claims.issueTime(null),
                claims -> claims.expirationTime(null),
                claims -> claims.issueTime(Date.from(clock.instant().plusSeconds(11))),
                claims -> claims.expirationTime(Date.from(clock.instant().plus(Duration.ofHours(25)))));

        for (var flaw : flaws) {
            refused(signed(flaw.apply(claims()).build(), JWSAlgorithm.HS256, SECRET), "token_invalid");
        }
    }

    @Test
    void a_token_is_written_in_one_way() {
        String token = tokens.issue(USER, SESSION);

        for (String otherwise :
                List.of(token + "=", token + "!", token + " ", "\n" + token, token.replace(".", ".=."))) {
            refused(otherwise, "token_invalid");
        }
    }

    @Test
    void what_is_no_token_is_refused() {
        for (String text : List.of("", ".", "..", "...", "a.b.c", "Bearer x", "x".repeat(100_000), "é.é.é")) {
            refused(text, "token_invalid");
        }
    }

    @Test
    void no_token_may_live_longer_than_a_day() {
        assertThatThrownBy(() -> new JwtAccessTokens(SECRET, UUID::randomUUID, clock, Duration.ofHours(25)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
