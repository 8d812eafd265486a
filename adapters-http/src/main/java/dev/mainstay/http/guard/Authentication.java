package dev.mainstay.http.guard;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.identity.UserId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

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
     * What the token itself says, and what the cache knows of it, without keeping the thread waiting; empty if only {@link #handle} can say.
     *
     * @throws dev.mainstay.domain.refusal.NotAuthenticated if the token proves nobody: {@code token_invalid}, {@code token_expired}
     */
    default Optional<Claim> claim(String accessToken) {
        return Optional.empty();
    }

    /**
     * Who a good token says that its sender is.
     *
     * @param caller who that is at this moment; empty if the cache does not know a live session of theirs, and {@link #handle} must be asked.
     *     Never fails
     */
    record Claim(UserId user, CompletionStage<Optional<Caller>> caller) {}

    /**
     * While the database is away: the caller behind the token when it was last heard of, without roles; empty if that is not known.
     *
     * @throws dev.mainstay.domain.refusal.NotAuthenticated if the token proves nobody: {@code token_invalid}, {@code token_expired}
     */
    default Optional<Caller> recall(String accessToken) {
        return Optional.empty();
    }
}
