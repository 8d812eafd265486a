package dev.mainstay.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.domain.identity.RefreshToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link RefreshTokens} does. */
public abstract class RefreshTokensContract extends IdentityContract {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void a_token_is_spent_once() {
        var session = opened(registered("ann"), Duration.ZERO);
        var token = RefreshToken.issue(HASH, session.id(), NOW, NOW.plusSeconds(60));
        inTransaction(() -> stores.refreshTokens().issue(token));

        assertThat(stores.refreshTokens().find(HASH)).contains(token);
        assertThat(inTransaction(() -> stores.refreshTokens().spend(HASH, NOW.plusSeconds(5))))
                .isTrue();
        assertThat(inTransaction(() -> stores.refreshTokens().spend(HASH, NOW.plusSeconds(5))))
                .isFalse();
        assertThat(stores.refreshTokens().find(HASH).flatMap(RefreshToken::rotatedAt))
                .contains(NOW.plusSeconds(5));
    }

    @Test
    void an_expired_or_unknown_token_is_worth_nothing() {
        var session = opened(registered("ann"), Duration.ZERO);
        inTransaction(
                () -> stores.refreshTokens().issue(RefreshToken.issue(HASH, session.id(), NOW, NOW.plusSeconds(60))));

        assertThat(inTransaction(() -> stores.refreshTokens().spend(HASH, NOW.plusSeconds(60))))
                .isFalse();
        assertThat(inTransaction(() -> stores.refreshTokens().spend("ff".repeat(32), NOW)))
                .isFalse();
        assertThat(stores.refreshTokens().find("ff".repeat(32))).isEmpty();
    }

    @Test
    void tokens_past_their_end_are_forgotten() {
        var session = opened(registered("ann"), Duration.ZERO);
        inTransaction(
                () -> stores.refreshTokens().issue(RefreshToken.issue(HASH, session.id(), NOW, NOW.plusSeconds(60))));

        assertThat(inTransaction(() -> stores.refreshTokens().forgetBefore(NOW.plusSeconds(60))))
                .isZero();
        assertThat(inTransaction(() -> stores.refreshTokens().forgetBefore(NOW.plusSeconds(61))))
                .isEqualTo(1);
    }
}
