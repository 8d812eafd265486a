package dev.mainstay.bootstrap.figures;

import static dev.mainstay.bootstrap.figures.Figures.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.bootstrap.embedded.EmbeddedRedis;
import dev.mainstay.bootstrap.faults.Signals;
import dev.mainstay.bootstrap.figures.Clients.Seen;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.bootstrap.harness.TestServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Redis is killed or hung while sixteen clients ask (G1, G8): no request fails or waits for it longer than its budget, and once the breaker
 * is open, reading costs what it costs where Redis was never configured. The two take turns, for the machine has moods, and the clients
 * leave it half idle, for on a busy one a request is late for reasons of its own.
 */
class RedisAwayUnderLoadProof {

    private static final int CLIENTS = 16;
    private static final int ROUNDS = 12;
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final Duration WARMING_UP = Duration.ofSeconds(3);
    private static final double MOST_ADDED_MILLIS = 5;
    private static final double LONGEST_WAIT_MILLIS = 100;

    @Test
    void killed_it_costs_nothing_once_it_is_given_up() {
        tryWith("killed", ProcessHandle::destroyForcibly);
    }

    @Test
    void hung_it_costs_nothing_once_it_is_given_up() {
        tryWith("hung", redis -> Signals.send("STOP", redis));
    }

    private static void tryWith(String what, Consumer<ProcessHandle> fault) {
        EmbeddedRedis redis = TestServers.ownRedis();
        ProcessHandle process = redis.process().orElseThrow();
        var address = Map.of("REDIS_URL", redis.url().text(), "CACHE_VERIFIED_PERCENT", "0");
        try (var direct = MainstayServer.withoutRedis();
                var server = MainstayServer.start(address);
                var hiccups = new Hiccups()) {
            var without = new Clients(direct, People.of(direct, CLIENTS));
            var with = new Clients(server, People.of(server, CLIENTS));
            without.warmUp(WARMING_UP);
            with.warmUp(WARMING_UP);

            Seen struck = strike(with, () -> fault.accept(process));
            Figures.await("the breaker to open", () -> Figures.sum(server, "mainstay_redis_breaker") == 1);
            with.warmUp(WARMING_UP);

            var plain = List.of(new Seen(), new Seen());
            var after = new Seen();
            for (int round = 0; round < ROUNDS; round++) {
                without.ask(ROUND, plain.get(round % 2));
                with.ask(ROUND, after);
            }
            judge(what, server, struck, after, plain, hiccups.longest());
        } finally {
            process.destroyForcibly();
        }
    }

    private static Seen strike(Clients clients, Runnable fault) {
        var seen = new Seen();
        Thread load = Thread.ofVirtual().start(() -> clients.ask(ROUND.multipliedBy(2), seen));
        Figures.await("load", () -> seen.requests.get() > 10 * CLIENTS);
        fault.run();
        try {
            load.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return seen;
    }

    private static double p99(Seen seen) {
        return millis(seen.reads.at(0.99));
    }

    /** @param plain every other round without Redis, and those between: what they differ by, nobody has added */
    private static void judge(
            String what, MainstayServer server, Seen struck, Seen after, List<Seen> plain, Duration hiccup) {
        double without = (p99(plain.get(0)) + p99(plain.get(1))) / 2;
        double noise = Math.abs(p99(plain.get(0)) - p99(plain.get(1)));
        double added = p99(after) - without;
        double longest = Figures.sum(server, "mainstay_redis_request_wait_longest_seconds");
        long requests = struck.requests.get() + after.requests.get();
        System.out.printf(
                "redis %s: %d requests, %d failed while it struck; reads p99 %.1f ms without Redis, %.1f ms added (%d rounds each, "
                        + "noise %.1f ms); the longest wait for Redis of one request %.0f ms, "
                        + "the machine's longest hiccup %.1f ms%n",
                what, requests, struck.failures.size(), without, added, ROUNDS, noise, longest * 1_000, millis(hiccup));
        assertThat(struck.failures).as("failed while it struck").isEmpty();
        assertThat(after.failures).as("failed afterwards").isEmpty();
        assertThat(longest * 1_000)
                .as("ms that one request has waited for Redis; a hiccup of the machine is granted on top")
                .isBetween(1.0, LONGEST_WAIT_MILLIS + millis(hiccup));
        assertThat(added)
                .as("ms added at p99; the noise of this machine is granted on top")
                .isLessThanOrEqualTo(MOST_ADDED_MILLIS + noise);
    }
}
