package dev.mainstay.http.probe;

import dev.mainstay.application.coherence.ViewCatalogue;
import dev.mainstay.application.idempotency.IdempotentRequests;
import dev.mainstay.application.idempotency.InMemoryIdempotencyRecords;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.ratelimit.LocalRateLimiter;
import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.time.TestClock;
import dev.mainstay.application.writing.InMemoryTransactions;
import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.http.guard.Authentication;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the server needs of the other modules, in memory. */
@Factory
final class ProbeGround {

    private static final SessionId SESSION = new SessionId(new UUID(0x7000L, 1));

    @Singleton
    TestClock clock() {
        return TestClock.at("2026-03-01T10:00:00Z");
    }

    @Singleton
    RateLimiter limiter(TestClock clock) {
        return new LocalRateLimiter(clock);
    }

    @Singleton
    IdempotentRequests idempotentRequests(TestClock clock) {
        var transactions = new InMemoryTransactions();
        var writes = new Writes(transactions, new ViewCatalogue(List.of()), keys -> () -> {}, List.of(), List.of());
        return new IdempotentRequests(writes, new InMemoryIdempotencyRecords(transactions), clock);
    }

    @Primary
    @Singleton
    Authentication authentication() {
        return token -> switch (token) {
            case "alice" -> new Caller(new UserId(new UUID(0x7000L, 0xa)), SESSION, Set.of(Role.STUDENT));
            case "bob" -> new Caller(new UserId(new UUID(0x7000L, 0xb)), SESSION, Set.of());
            case "admin" -> new Caller(new UserId(new UUID(0x7000L, 0xad)), SESSION, Set.of(Role.ADMIN));
            case "expired" -> throw new NotAuthenticated("token_expired", "The access token has expired; refresh it.");
            case "ended" -> throw new NotAuthenticated("session_ended", "The session has ended; log in again.");
            case "suspended" -> throw new NotAllowed("account_suspended", "This account is suspended.");
            case "away" ->
                throw new Unavailable("database_unavailable", "The database is away.", Duration.ofSeconds(2));
            default -> throw new NotAuthenticated("token_invalid", "The access token is not ours.");
        };
    }
}
