package dev.mainstay.redis;

import static dev.mainstay.application.coherence.ContractView.VIEW;
import static dev.mainstay.application.coherence.ContractView.saying;
import static dev.mainstay.redis.RedisFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.Cached.Outcome;
import dev.mainstay.application.coherence.ContractView;
import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.application.ratelimit.RatePolicy;
import dev.mainstay.application.ratelimit.RatePolicy.Window;
import dev.mainstay.application.ratelimit.RateSubject;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.redis.connection.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Redis hung, killed, restarted, flushed, locked: the answers stay right, nobody waits long, and it is used again afterwards. */
@Isolated("It measures how long a request waits.")
class BadDaysOfRedisIT {

    private static final RatePolicy POLICY = RatePolicy.of("contract", Window.perHour(1000));

    /** The budget is 100 ms; the rest is what a busy machine may add to a wait of its own. */
    private static final Duration LONGEST_REQUEST = Duration.ofMillis(400);

    private final UUID id = UUID.randomUUID();
    private TestRedis redis;
    private RedisFixture instance;

    @BeforeEach
    void start() {
        redis = TestRedis.start();
        instance = RedisFixture.with(RedisFixture.realBudgets(redis.uri()));
        instance.awaitUp();
    }

    @AfterEach
    void stop() {
        instance.close();
        redis.close();
    }

    private Cached<ContractView> read(String fact) {
        return instance.cache().read(VIEW, id, asked -> saying(fact));
    }

    private void awaitHits(String fact) {
        await(
                "hits",
                () -> instance.cache().read(VIEW, id, asked -> saying(fact)).outcome() == Outcome.HIT);
    }

    /** All that a request may ask of Redis. */
    private Duration request() {
        var user = new UserId(UUID.randomUUID());
        long start = System.nanoTime();
        var counted = instance.adapters.rateLimiter().takeSoon(POLICY, RateSubject.user(user));
        var glimpsed = instance.cache().glance(VIEW, id, asked -> saying("x"));
        assertThat(counted.toCompletableFuture().join().allowed()).isTrue();
        glimpsed.toCompletableFuture().join();
        instance.adapters.rateLimiter().take(POLICY, RateSubject.user(user));
        for (int view = 0; view < 5; view++) {
            instance.cache().read(VIEW, UUID.randomUUID(), asked -> saying("x"));
        }
        instance.adapters.liveChannels().publish(new LiveHint(user, "home"));
        instance.adapters.wakeUps().wake("contract");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void a_hung_redis_costs_a_request_its_budget_and_the_next_ones_nothing() throws Exception {
        awaitHits("a");
        redis.pause();
        var requests = new ArrayList<CompletableFuture<Duration>>();
        for (int each = 0; each < 20; each++) {
            var waited = new CompletableFuture<Duration>();
            requests.add(waited);
            Thread.ofVirtual().start(() -> waited.complete(request()));
        }

        for (var waited : requests) {
            assertThat(waited.get(20, TimeUnit.SECONDS)).isLessThan(LONGEST_REQUEST);
        }
        assertThat(instance.meters.get("mainstay.redis.breaker").gauge().value())
                .isEqualTo(1);
        long start = System.nanoTime();
        for (int later = 0; later < 100; later++) {
            assertThat(read("a").detail()).isEqualTo("redis_open");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST_REQUEST);
    }

    @Test
    void a_hung_redis_that_goes_on_is_used_again() {
        redis.pause();
        instance.awaitDegraded();
        request();
        redis.resume();

        instance.awaitUp();
        awaitHits("a");
    }

    @Test
    void a_killed_redis_is_a_bypass_and_a_restarted_one_is_filled_again() {
        awaitHits("a");
        redis.kill();
        assertThat(request()).isLessThan(LONGEST_REQUEST);
        assertThat(read("a").outcome()).isEqualTo(Outcome.BYPASS);

        redis.restart();
        instance.awaitUp();

        awaitHits("b");
    }

    @Test
    void a_redis_that_dies_with_commands_in_flight_fails_no_request() throws Exception {
        awaitHits("a");
        redis.pause();
        var requests = new ArrayList<CompletableFuture<Duration>>();
        for (int each = 0; each < 20; each++) {
            var waited = new CompletableFuture<Duration>();
            requests.add(waited);
            Thread.ofVirtual().start(() -> {
                try {
                    waited.complete(request());
                } catch (RuntimeException | Error failure) {
                    waited.completeExceptionally(failure);
                }
            });
        }
        redis.kill();

        for (var waited : requests) {
            assertThat(waited.get(20, TimeUnit.SECONDS)).isLessThan(LONGEST_REQUEST);
        }
        assertThat(instance.isUp()).isFalse();
    }

    @Test
    void nothing_sent_to_a_redis_that_is_away_reaches_it_later() {
        redis.kill();
        for (int each = 0; each < 20; each++) {
            request();
            read("a");
        }
        redis.restart();
        instance.awaitUp();

        assertThat(instance.<Long>inRedis(commands -> commands.dbsize())).isZero();
    }

    @Test
    void rate_limits_go_on_counting_on_the_instance_while_redis_is_away() {
        var subject = RateSubject.ip("c0ffee");
        var policy = RatePolicy.of("contract-away", Window.perHour(3));
        redis.kill();
        instance.awaitDegraded();

        for (int use = 0; use < 3; use++) {
            assertThat(instance.adapters.rateLimiter().take(policy, subject).allowed())
                    .isTrue();
        }
        assertThat(instance.adapters.rateLimiter().take(policy, subject).allowed())
                .isFalse();
        assertThat(instance.count("mainstay.redis.fallbacks", "port", "rate_limiter"))
                .isPositive();
        assertThat(instance.count("mainstay.ratelimit.refusals")).isEqualTo(1);
    }

    @Test
    void live_hints_cross_instances_again_after_a_restart() {
        var user = new UserId(UUID.randomUUID());
        var heard = new CompletableFuture<LiveHint>();
        try (var another = instance.another();
                var subscription = another.adapters.liveChannels().subscribe(user, heard::complete)) {
            redis.kill();
            another.awaitDegraded();
            redis.restart();

            await("a hint", () -> {
                instance.adapters.liveChannels().publish(new LiveHint(user, "home"));
                return heard.isDone();
            });
            assertThat(subscription).isNotNull();
        }
    }
}
