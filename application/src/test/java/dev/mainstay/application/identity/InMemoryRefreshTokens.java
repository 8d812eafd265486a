package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.RefreshToken;
import java.time.Instant;
import java.util.Optional;

/** {@link RefreshTokens} without a database. */
final class InMemoryRefreshTokens implements RefreshTokens {

    private final InMemoryIdentity tables;

    InMemoryRefreshTokens(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public void issue(RefreshToken token) {
        tables.refreshTokens.put(token.hash(), token);
    }

    @Override
    public Optional<RefreshToken> find(String hash) {
        return tables.refreshTokens.find(hash);
    }

    @Override
    public boolean spend(String hash, Instant now) {
        tables.transactions.requireActive();
        var good = find(hash).filter(token -> token.rotatedAt().isEmpty() && now.isBefore(token.expiresAt()));
        good.ifPresent(token -> tables.refreshTokens.put(
                hash, new RefreshToken(hash, token.session(), token.issuedAt(), token.expiresAt(), Optional.of(now))));
        return good.isPresent();
    }

    @Override
    public int forgetBefore(Instant instant) {
        return tables.refreshTokens.removeIf(token -> token.expiresAt().isBefore(instant));
    }
}
