package dev.mainstay.application.identity;

import dev.mainstay.application.identity.InMemoryIdentity.CodeKey;
import dev.mainstay.application.identity.InMemoryIdentity.StoredCode;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** {@link OneTimeCodes} without a database. */
final class InMemoryOneTimeCodes implements OneTimeCodes {

    private final InMemoryIdentity tables;

    InMemoryOneTimeCodes(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public void issue(UserId user, LetterKind kind, byte[] hash, Instant expiresAt) {
        var key = new CodeKey(user, kind);
        tables.codes.put(key, new StoredCode(key, HexFormat.of().formatHex(hash), expiresAt, 0, false));
    }

    @Override
    public Optional<byte[]> attempt(UserId user, LetterKind kind, Instant now) {
        tables.transactions.requireActive();
        return tables.codes
                .find(new CodeKey(user, kind))
                .filter(code -> !code.consumed() && now.isBefore(code.expiresAt()) && code.attempts() < MAX_ATTEMPTS)
                .map(code -> {
                    tables.codes.put(
                            code.key(),
                            new StoredCode(code.key(), code.hash(), code.expiresAt(), code.attempts() + 1, false));
                    return HexFormat.of().parseHex(code.hash());
                });
    }

    @Override
    public void consume(UserId user, LetterKind kind, Instant now) {
        tables.codes
                .find(new CodeKey(user, kind))
                .ifPresent(code -> tables.codes.put(
                        code.key(), new StoredCode(code.key(), code.hash(), code.expiresAt(), code.attempts(), true)));
    }

    @Override
    public int forgetBefore(Instant instant) {
        return tables.codes.removeIf(code -> code.expiresAt().isBefore(instant));
    }
}
