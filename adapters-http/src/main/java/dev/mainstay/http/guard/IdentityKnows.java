package dev.mainstay.http.guard;

import dev.mainstay.application.identity.AccessTokens.Claims;
import dev.mainstay.application.identity.Authenticate;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.RecallCaller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Asks identity who sent a token. */
@Singleton
@Requires(beans = Authenticate.class)
final class IdentityKnows implements Authentication {

    private final Authenticate authenticate;
    private final RecallCaller recall;

    IdentityKnows(Authenticate authenticate, RecallCaller recall) {
        this.authenticate = authenticate;
        this.recall = recall;
    }

    @Override
    public Caller handle(String accessToken) {
        return authenticate.caller(accessToken);
    }

    @Override
    public Optional<Claim> claim(String accessToken) {
        Claims claims = authenticate.claims(accessToken);
        return Optional.of(new Claim(claims.user(), authenticate.glance(claims)));
    }

    @Override
    public Optional<Caller> recall(String accessToken) {
        return recall.caller(accessToken);
    }
}
