package dev.mainstay.application.identity;

import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAuthenticated;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Access tokens anybody can read and forge. */
public final class FakeAccessTokens implements AccessTokens {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;

    public FakeAccessTokens(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String issue(UserId user, SessionId session) {
        return user.value() + " " + session.value() + " " + clock.instant().plus(LIFE);
    }

    @Override
    public Claims read(String token) {
        List<String> parts = List.of(token.split(" ", -1));
        if (parts.size() != 3) {
            throw new NotAuthenticated("token_invalid", "Not a token.");
        }
        if (!clock.instant().isBefore(Instant.parse(parts.get(2)))) {
            throw new NotAuthenticated("token_expired", "Expired.");
        }
        return new Claims(new UserId(UUID.fromString(parts.get(0))), new SessionId(UUID.fromString(parts.get(1))));
    }

    @Override
    public Duration life() {
        return LIFE;
    }
}
