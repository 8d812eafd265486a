package dev.mainstay.http.live;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LocalLiveChannels;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.http.guard.Authentication;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hints, a topic and sessions that a test moves by hand. */
@Factory
final class LiveProbe {

    static final UserId ALICE = new UserId(new UUID(0x7000L, 0xa));

    static final UserId BOB = new UserId(new UUID(0x7000L, 0xb));

    private static final UserId CAROL = new UserId(new UUID(0x7000L, 0xc));

    @Singleton
    LiveChannels channels() {
        return new LocalLiveChannels();
    }

    @Singleton
    Counter counter() {
        return new Counter();
    }

    @Singleton
    LiveSource<Integer> counted(Counter counter) {
        return new LiveSource<>("counter", counter::read, Counter::json);
    }

    @Singleton
    @Requires(property = "probe.live")
    @Replaces(Authentication.class)
    Sessions sessions() {
        return new Sessions();
    }

    /** A topic whose state is a number for each user. */
    static final class Counter {

        /** From this number on, the state is as many bytes long. */
        static final int LARGE = 1_000_000;

        final Map<UserId, Integer> numbers = new ConcurrentHashMap<>();
        final AtomicInteger reads = new AtomicInteger();
        volatile boolean away;

        Cached<Integer> read(UserId user) {
            reads.incrementAndGet();
            if (away) {
                throw new Unavailable("database_unavailable", "Away.", Duration.ofSeconds(1));
            }
            return new Cached<>(
                    numbers.getOrDefault(user, 0), Outcome.BYPASS, "probe", Instant.parse("2026-03-01T10:00:00Z"));
        }

        static Object json(Integer state) {
            return state < LARGE ? Map.of("number", state) : Map.of("number", state, "padding", "x".repeat(LARGE));
        }
    }

    /** Every token is its user's name and good until it is ended. */
    static final class Sessions implements Authentication {

        final Set<String> ended = ConcurrentHashMap.newKeySet();

        /** Tokens that are good for one more request. */
        final Set<String> ending = ConcurrentHashMap.newKeySet();

        final Map<String, Set<Role>> roles = new ConcurrentHashMap<>();

        @Override
        public Caller handle(String accessToken) {
            Caller caller = caller(accessToken);
            if (ending.remove(accessToken)) {
                ended.add(accessToken);
            }
            return caller;
        }

        private Caller caller(String accessToken) {
            if (ended.contains(accessToken)) {
                throw new NotAuthenticated("session_ended", "The session is over; log in again.");
            }
            return switch (accessToken) {
                case "alice" ->
                    new Caller(ALICE, new SessionId(new UUID(0x7000L, 1)), roles.getOrDefault("alice", Set.of()));
                case "carol" -> new Caller(CAROL, new SessionId(new UUID(0x7000L, 3)), Set.of());
                case "bob" -> new Caller(BOB, new SessionId(new UUID(0x7000L, 2)), Set.of());
                default -> throw new NotAuthenticated("token_invalid", "The access token is not ours.");
            };
        }
    }
}
