package dev.mainstay.application.identity;

import dev.mainstay.application.writing.InMemoryTable;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.domain.identity.Account;
import dev.mainstay.domain.identity.LetterKind;
import dev.mainstay.domain.identity.Profile;
import dev.mainstay.domain.identity.ReferralCode;
import dev.mainstay.domain.identity.RefreshToken;
import dev.mainstay.domain.identity.Session;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The tables of identity without a database, and what their foreign keys do. */
final class InMemoryIdentity {

    final InMemoryTransactions transactions;
    final InMemoryTable<UserId, Account> accounts;
    final InMemoryTable<UserId, Profile> profiles;
    final InMemoryTable<SessionId, StoredSession> sessions;
    final InMemoryTable<String, RefreshToken> refreshTokens;
    final InMemoryTable<CodeKey, StoredCode> codes;
    final InMemoryTable<UUID, StoredLetter> letters;
    final InMemoryTable<String, Failures> failures;
    final InMemoryTable<String, ReferralCode> referralCodes;
    final InMemoryTable<UserId, String> redemptions;

    InMemoryIdentity(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.accounts = new InMemoryTable<>(transactions);
        this.profiles = new InMemoryTable<>(transactions);
        this.sessions = new InMemoryTable<>(transactions);
        this.refreshTokens = new InMemoryTable<>(transactions);
        this.codes = new InMemoryTable<>(transactions);
        this.letters = new InMemoryTable<>(transactions);
        this.failures = new InMemoryTable<>(transactions);
        this.referralCodes = new InMemoryTable<>(transactions);
        this.redemptions = new InMemoryTable<>(transactions);
    }

    record StoredSession(Session session, Optional<Instant> endedAt) {}

    record CodeKey(UserId user, LetterKind kind) {}

    record StoredCode(CodeKey key, String hash, Instant expiresAt, int attempts, boolean consumed) {}

    record StoredLetter(
            UUID id,
            LetterKind kind,
            Optional<UserId> to,
            String status,
            int attempts,
            Instant nextAttempt,
            Optional<Instant> finishedAt) {}

    record Failures(int count, Instant lastFailedAt, Optional<Instant> lockedUntil) {}

    void removeOwned(UserId user) {
        accounts.remove(user);
        profiles.remove(user);
        sessions.stream()
                .filter(each -> each.session().user().equals(user))
                .forEach(each -> removeSession(each.session().id()));
        codes.removeIf(code -> code.key().user().equals(user));
        letters.removeIf(letter -> letter.to().equals(Optional.of(user)));
        redemptions.remove(user);
        referralCodes.removeIf(code -> code.owner().equals(user));
    }

    void removeSession(SessionId session) {
        sessions.remove(session);
        refreshTokens.removeIf(token -> token.session().equals(session));
    }
}
