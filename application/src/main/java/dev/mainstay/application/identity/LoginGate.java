package dev.mainstay.application.identity;

import dev.mainstay.application.ratelimit.RateLimiter;
import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.application.writing.Events;
import dev.mainstay.domain.identity.EmailAddress;
import dev.mainstay.domain.identity.LoginLock;
import dev.mainstay.domain.identity.LoginLocked;
import dev.mainstay.domain.identity.LoginRefused;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.QuotaExceeded;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Slows down whoever guesses passwords (U7): a rate limit per address tried and per network address, and a growing lock-out in PostgreSQL.
 * Both go by keyed hashes of what was typed and never ask whether there is such an account.
 */
public final class LoginGate {

    static final RatePolicy PER_ACCOUNT = RatePolicy.of("auth", Window.perMinute(10));
    static final RatePolicy PER_ADDRESS = RatePolicy.of("auth", Window.perMinute(120));

    private final RateLimiter limiter;
    private final LoginFailures failures;
    private final ServerKey key;
    private final InstantSource clock;

    public LoginGate(RateLimiter limiter, LoginFailures failures, ServerKey key, InstantSource clock) {
        this.limiter = limiter;
        this.failures = failures;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Lets an attempt through.
     *
     * @throws QuotaExceeded if there were too many, for this account or from this network address
     */
    void pass(EmailAddress email, String address) {
        require(PER_ADDRESS, RateSubject.ip(addressHash(address)));
        require(PER_ACCOUNT, new RateSubject("user", HexFormat.of().formatHex(subject(email))));
        requireUnlocked(email);
    }

    /** Lets a user who is logged in try their password once more. */
    void passAgain(UserId user) {
        require(PER_ACCOUNT, RateSubject.user(user));
    }

    void requireUnlocked(EmailAddress email) {
        Instant now = clock.instant();
        failures.lockedUntil(subject(email)).filter(now::isBefore).ifPresent(until -> {
            throw new QuotaExceeded(
                    "login_locked",
                    "Too many failed logins; wait, or set a new password by e-mail.",
                    Duration.between(now, until));
        });
    }

    /** Notes a failure; an address nobody has leaves the same traces as one that somebody has. */
    void failed(EmailAddress email, Optional<UserId> user, Events events) {
        Instant now = clock.instant();
        byte[] subject = subject(email);
        UUID shown = user.map(UserId::value).orElseGet(() -> pseudonym(subject));
        int inARow = failures.count(subject, now, now.minus(LoginLock.MEMORY));
        events.raise(new LoginRefused(shown, inARow));
        LoginLock.after(inARow).ifPresent(lock -> {
            failures.lock(subject, now.plus(lock));
            events.raise(new LoginLocked(shown, now.plus(lock)));
        });
    }

    void succeeded(EmailAddress email) {
        failures.clear(subject(email));
    }

    String addressHash(String address) {
        return HexFormat.of().formatHex(key.hash("network address", address), 0, 16);
    }

    private void require(RatePolicy policy, RateSubject subject) {
        var verdict = limiter.take(policy, subject);
        if (!verdict.allowed()) {
            throw new QuotaExceeded(
                    "too_many_attempts", "Too many attempts in a minute; wait a little.", verdict.retryAfter());
        }
    }

    private byte[] subject(EmailAddress email) {
        return key.hash("login subject", email.value());
    }

    private static UUID pseudonym(byte[] subject) {
        var bytes = ByteBuffer.wrap(subject);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
