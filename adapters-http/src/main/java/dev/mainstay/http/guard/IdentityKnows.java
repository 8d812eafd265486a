package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Authenticate;
import dev.mainstay.application.identity.Caller;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Asks identity who sent a token. */
@Singleton
@Requires(beans = Authenticate.class)
final class IdentityKnows implements Authentication {

    private final Authenticate authenticate;

    IdentityKnows(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    @Override
    public Caller handle(String accessToken) {
        return authenticate.caller(accessToken);
    }
}
