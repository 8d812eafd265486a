package dev.mainstay.bootstrap.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.mainstay.application.identity.AccessTokens;
import dev.mainstay.application.memo.Memo;
import dev.mainstay.application.time.Ids;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAuthenticated;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Access tokens as JWT (RFC 7519), signed with HS256 and read strictly: this algorithm and no other, every claim present, issuer and
 * audience ours, no life beyond a day (U4).
 */
final class JwtAccessTokens implements AccessTokens {

    static final String ISSUER = "mainstay";
    static final String AUDIENCE = "mainstay-api";

    private static final int LONGEST_TOKEN = 2000;

    /** RFC 7515, 7.1. What else stands in base64 is passed over when it is decoded, so that one token could be written in many ways. */
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private static final Duration LONGEST_LIFE = Duration.ofHours(24);
    private static final int MOST_REMEMBERED = 32_768;

    /** Instances' clocks may differ so much. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration life;

    /** A token is signed once and sent a thousand times. Only whether it has expired, or its session is over, can change. */
    private final Memo<String, Verified> verified = new Memo<>(MOST_REMEMBERED);

    private record Verified(Claims claims, Instant end) {}

    JwtAccessTokens(byte[] secret, Ids ids, InstantSource clock, Duration life) {
        if (!life.isPositive() || life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException(
                    "an access token must live longer than nothing and at most 24 hours, not " + life);
        }
        try {
            this.signer = new MACSigner(secret);
            this.verifier = new MACVerifier(secret);
        } catch (JOSEException weak) {
            throw new IllegalArgumentException("the secret cannot sign", weak);
        }
        this.ids = ids;
        this.clock = clock;
        this.life = life;
    }

    @Override
    public String issue(UserId user, SessionId session) {
        Instant now = clock.instant();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .subject(user.value().toString())
                        .claim("sid", session.value().toString())
                        .jwtID(ids.next().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(life)))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException failure) {
            throw new IllegalStateException("the token could not be signed", failure);
        }
        return token.serialize();
    }

    @Override
    public Claims read(String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw invalid();
        }
        Verified known = verified.get(token, this::verify);
        if (!clock.instant().isBefore(known.end())) {
            throw new NotAuthenticated("token_expired", "The access token has expired; refresh it.");
        }
        return known.claims();
    }

    private Verified verify(String token) {
        if (!COMPACT.matcher(token).matches()) {
            throw invalid();
        }
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
                throw invalid();
            }
            return checked(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException malformed) {
            throw invalid();
        }
    }

    private Verified checked(JWTClaimsSet claims) throws ParseException {
        String session = claims.getStringClaim("sid");
        if (!ISSUER.equals(claims.getIssuer())
                || !List.of(AUDIENCE).equals(claims.getAudience())
                || claims.getSubject() == null
                || session == null
                || claims.getIssueTime() == null
                || claims.getExpirationTime() == null) {
            throw invalid();
        }
        Instant issued = claims.getIssueTime().toInstant();
        Instant expires = claims.getExpirationTime().toInstant();
        if (issued.isAfter(clock.instant().plus(SKEW))
                || Duration.between(issued, expires).compareTo(LONGEST_LIFE) > 0) {
            throw invalid();
        }
        return new Verified(
                new Claims(new UserId(UUID.fromString(claims.getSubject())), new SessionId(UUID.fromString(session))),
                expires.plus(SKEW));
    }

    @Override
    public Duration life() {
        return life;
    }

    private static NotAuthenticated invalid() {
        return new NotAuthenticated("token_invalid", "The access token is not one of ours; log in again.");
    }
}
