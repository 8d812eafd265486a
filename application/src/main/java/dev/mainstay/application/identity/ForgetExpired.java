package dev.mainstay.application.identity;

import dev.mainstay.application.writing.Writes;
import dev.mainstay.domain.identity.LoginLock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job that clears away what has long been over: sessions with their tokens, codes, letters, failed logins (G17). */
public final class ForgetExpired {

    /** Kept so long after the end, for re-use to be noticed and for operators to see what happened. */
    static final Duration AFTERWARDS = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(ForgetExpired.class);

    private final Writes writes;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final OneTimeCodes codes;
    private final Letters letters;
    private final LoginFailures failures;
    private final InstantSource clock;

    public ForgetExpired(
            Writes writes,
            Sessions sessions,
            RefreshTokens refreshTokens,
            OneTimeCodes codes,
            Letters letters,
            LoginFailures failures,
            InstantSource clock) {
        this.writes = writes;
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.codes = codes;
        this.letters = letters;
        this.failures = failures;
        this.clock = clock;
    }

    /** Runs once; the scheduler sees to it that one instance does at a time. */
    public void run() {
        Instant now = clock.instant();
        int forgotten = writes.run(events -> sessions.forgetBefore(now.minus(AFTERWARDS))
                + refreshTokens.forgetBefore(now)
                + codes.forgetBefore(now.minus(Duration.ofDays(1)))
                + letters.forgetBefore(now.minus(AFTERWARDS))
                + failures.forgetBefore(now.minus(LoginLock.MEMORY)));
        log.debug("identity_forgot rows={}", forgotten);
    }
}
