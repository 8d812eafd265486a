package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Caller;
import java.util.Optional;

/** Finds out who sent an access token. */
@FunctionalInterface
public interface Authentication {

    /**
     * The caller behind the token at this moment.
     *
     * @throws dev.mainstay.domain.refusal.NotAuthenticated if the token proves nobody: {@code token_invalid},
     *     {@code token_expired}, {@code session_ended}
     * @throws dev.mainstay.domain.refusal.NotAllowed {@code account_suspended}
     */
    Caller handle(String accessToken);

    /**
     * While the database is away: the caller behind the token when it was last heard of, without roles; empty if that is not known.
     *
     * @throws dev.mainstay.domain.refusal.NotAuthenticated if the token proves nobody: {@code token_invalid}, {@code token_expired}
     */
    default Optional<Caller> recall(String accessToken) {
        return Optional.empty();
    }
}
