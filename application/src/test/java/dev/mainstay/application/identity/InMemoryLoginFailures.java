package dev.mainstay.application.identity;

import dev.mainstay.application.identity.InMemoryIdentity.Failures;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** {@link LoginFailures} without a database. */
final class InMemoryLoginFailures implements LoginFailures {

    private final InMemoryIdentity tables;

    InMemoryLoginFailures(InMemoryIdentity tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Instant> lockedUntil(byte[] subject) {
        return tables.failures.find(key(subject)).flatMap(Failures::lockedUntil);
    }

    @Override
    public int count(byte[] subject, Instant now, Instant forgetBefore) {
        var before = tables.failures.find(key(subject));
        int counted = before.filter(failures -> !failures.lastFailedAt().isBefore(forgetBefore))
                .map(failures -> failures.count() + 1)
                .orElse(1);
        tables.failures.put(key(subject), new Failures(counted, now, before.flatMap(Failures::lockedUntil)));
        return counted;
    }

    @Override
    public void lock(byte[] subject, Instant until) {
        tables.failures
                .find(key(subject))
                .ifPresent(found -> tables.failures.put(
                        key(subject), new Failures(found.count(), found.lastFailedAt(), Optional.of(until))));
    }

    @Override
    public void clear(byte[] subject) {
        tables.failures.remove(key(subject));
    }

    @Override
    public int forgetBefore(Instant instant) {
        return tables.failures.removeIf(failures -> failures.lastFailedAt().isBefore(instant));
    }

    private static String key(byte[] subject) {
        return HexFormat.of().formatHex(subject);
    }
}
