package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Authenticate;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.refusal.NotAuthenticated;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Where nothing can tell who sent a token, nobody gets in. */
@Singleton
@Requires(missingBeans = Authenticate.class)
final class NobodyKnown implements Authentication {

    @Override
    public Caller handle(String accessToken) {
        throw new NotAuthenticated("token_invalid", "This server knows no users.");
    }
}
