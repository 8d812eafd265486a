package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.RefreshToken;
import java.time.Instant;
import java.util.Optional;

/** The refresh tokens of every session until their own end, the spent ones too, so that re-use is noticed (U3). */
public interface RefreshTokens {

    void issue(RefreshToken token);

    Optional<RefreshToken> find(String hash);

    /**
     * Spends a good token, by one conditional update: of any number of callers at once exactly one gets true, the others after
     * the first has committed.
     *
     * @return false if it is unknown, expired or spent
     */
    boolean spend(String hash, Instant now);

    /** Forgets tokens that would have expired before the instant, spent or not. @return how many */
    int forgetBefore(Instant instant);
}
