package dev.mainstay.bootstrap.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.identity.ProfileCard;
import dev.mainstay.application.identity.ShowProfile;
import dev.mainstay.bootstrap.harness.MainstayServer;
import dev.mainstay.domain.identity.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * A thousand readers ask for one cold key on two instances at the same time (coherence.md, "Reading" 4 and 5): one of them loads it. Who
 * loads is counted by PostgreSQL itself. They ask the use case and not over HTTP, whose handling would keep most of them from arriving
 * before the value is there. A key at which Redis did not answer in time, on a machine busy with other things, is replaced by another.
 */
class OneLoadPerKeyProof {

    private static final int READERS = 1_000;
    private static final int WARMING = 10;
    private static final int COLD_KEYS = 15;
    private static final int MOST_KEYS = 100;
    private static final String DATABASE = "one_load";

    /** Only the loader of the view sends it, once for each load. */
    private static final String OF_THE_LOADER = "JOIN identity.profile";

    @Test
    void a_thousand_readers_of_a_cold_key_cost_one_load() {
        try (var servers = CountedServers.start()) {
            var environment = servers.environment(DATABASE);
            try (var one = MainstayServer.start(environment);
                    var other = MainstayServer.start(environment)) {
                People.of(one, MOST_KEYS);
                var instances = List.of(one.bean(ShowProfile.class), other.bean(ShowProfile.class));
                var rounds = new ArrayList<Round>();
                for (int person = 0; person < MOST_KEYS && answered(rounds).size() < COLD_KEYS; person++) {
                    long before = loads(servers.postgres());
                    var outcomes = read(instances, People.id(person));
                    if (person >= WARMING) {
                        rounds.add(new Round(loads(servers.postgres()) - before, outcomes));
                    }
                }
                judge(rounds);
            }
        }
    }

    private record Round(long loads, Map<String, Integer> outcomes) {
        boolean redisAnswered() {
            return outcomes.keySet().stream().noneMatch(outcome -> outcome.contains("redis_"));
        }
    }

    private static List<Round> answered(List<Round> rounds) {
        return rounds.stream().filter(Round::redisAnswered).toList();
    }

    /** An instance that has waited for the other's lease in vain loads once for all its readers, and stores nothing. */
    private static void judge(List<Round> rounds) {
        var loads = answered(rounds).stream().map(Round::loads).sorted().toList();
        var outcomes = new TreeMap<String, Integer>();
        answered(rounds)
                .forEach(round ->
                        round.outcomes().forEach((outcome, times) -> outcomes.merge(outcome, times, Integer::sum)));
        System.out.printf(
                "one load: %d cold keys, each read by %d at once on 2 instances; loads of each %s; outcomes %s; at %d more keys Redis "
                        + "did not answer in time, loads of each %s%n",
                loads.size(),
                READERS,
                loads,
                outcomes,
                rounds.size() - loads.size(),
                rounds.stream()
                        .filter(round -> !round.redisAnswered())
                        .map(Round::loads)
                        .toList());
        assertThat(loads).as("loads of each cold key").hasSize(COLD_KEYS).allMatch(times -> times <= 2);
        assertThat(loads.get(COLD_KEYS / 2)).as("loads of a cold key, median").isOne();
    }

    private static long loads(CountingPostgres postgres) {
        return postgres.calls(DATABASE).entrySet().stream()
                .filter(call -> call.getKey().contains(OF_THE_LOADER))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** All at once; returns how often each outcome was had. */
    private static Map<String, Integer> read(List<ShowProfile> instances, UserId person) {
        var answers = new ConcurrentLinkedQueue<Cached<ProfileCard>>();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < READERS; reader++) {
                ShowProfile instance = instances.get(reader % instances.size());
                threads.execute(() -> {
                    awaitStart(start);
                    answers.add(instance.of(person));
                });
            }
            start.countDown();
        }
        assertThat(answers)
                .hasSize(READERS)
                .allSatisfy(answer -> assertThat(answer.value().user()).isEqualTo(person));
        var counted = new TreeMap<String, Integer>();
        answers.forEach(answer -> counted.merge(answer.outcome() + " " + answer.detail(), 1, Integer::sum));
        return counted;
    }

    private static void awaitStart(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
