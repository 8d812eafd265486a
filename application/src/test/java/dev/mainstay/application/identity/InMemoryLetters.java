package dev.mainstay.application.identity;

import dev.mainstay.application.identity.InMemoryIdentity.StoredLetter;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** {@link Letters} without a database. */
final class InMemoryLetters implements Letters {

    private final InMemoryIdentity tables;

    InMemoryLetters(InMemoryIdentity tables) {
        this.tables = tables;
    }

    private static final Duration BETWEEN_TWO = Duration.ofMinutes(1);

    @Override
    public void request(UUID id, LetterKind kind, Optional<UserId> to, Instant now) {
        tables.transactions.requireActive();
        boolean queued = to.isPresent()
                && alike(kind, to).anyMatch(letter -> letter.status().equals("QUEUED"));
        if (queued) {
            return;
        }
        Instant earliest = alike(kind, to)
                .filter(letter -> to.isPresent() && letter.status().equals("SENT"))
                .map(letter -> letter.finishedAt().orElseThrow().plus(BETWEEN_TWO))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
        tables.letters.put(id, new StoredLetter(id, kind, to, "QUEUED", 0, earliest, Optional.empty()));
    }

    private Stream<StoredLetter> alike(LetterKind kind, Optional<UserId> to) {
        return tables.letters.stream()
                .filter(letter -> letter.kind() == kind && letter.to().equals(to));
    }

    @Override
    public Optional<Letter> take(Instant now, Instant leaseEnd) {
        tables.transactions.requireActive();
        return tables.letters.stream()
                .filter(letter -> letter.status().equals("QUEUED")
                        && !letter.nextAttempt().isAfter(now))
                .min(Comparator.comparing(StoredLetter::nextAttempt))
                .map(letter -> {
                    change(letter, "QUEUED", letter.attempts() + 1, leaseEnd, Optional.empty());
                    return new Letter(
                            letter.id(), letter.kind(), letter.to().map(this::recipient), letter.attempts() + 1);
                });
    }

    private Recipient recipient(UserId user) {
        var profile = tables.profiles.find(user).orElseThrow();
        var account = tables.accounts.find(user).orElseThrow();
        return new Recipient(user, account.email(), profile.name(), profile.locale());
    }

    private void change(StoredLetter letter, String status, int attempts, Instant next, Optional<Instant> finished) {
        tables.letters.put(
                letter.id(),
                new StoredLetter(letter.id(), letter.kind(), letter.to(), status, attempts, next, finished));
    }

    @Override
    public void sent(UUID letter, Instant now) {
        tables.letters.find(letter).ifPresent(found -> change(found, "SENT", found.attempts(), now, Optional.of(now)));
    }

    @Override
    public void putOff(UUID letter, Instant nextAttempt, String error) {
        tables.letters
                .find(letter)
                .ifPresent(found -> change(found, "QUEUED", found.attempts(), nextAttempt, Optional.empty()));
    }

    @Override
    public void bury(UUID letter, Instant now, String error) {
        tables.letters.find(letter).ifPresent(found -> change(found, "DEAD", found.attempts(), now, Optional.of(now)));
    }

    @Override
    public int forgetBefore(Instant instant) {
        return tables.letters.removeIf(
                letter -> letter.finishedAt().filter(instant::isAfter).isPresent());
    }
}
