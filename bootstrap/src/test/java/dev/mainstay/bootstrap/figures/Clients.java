package dev.mainstay.bootstrap.figures;

import dev.mainstay.bootstrap.coherence.load.Connection;
import dev.mainstay.bootstrap.coherence.load.Histogram;
import dev.mainstay.bootstrap.coherence.load.Requests;
import dev.mainstay.bootstrap.coherence.load.Response;
import dev.mainstay.bootstrap.harness.MainstayServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Clients that ask at the same time, each on a connection of its own. */
final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Sixteen clients leave half of two cores idle, so that what is seen is the server and not the queue before it. */
    private static final Duration PACE = Duration.ofMillis(50);

    private static final int A_FEW = 4;
    private static final String TASK = "{\"title\":\"one more\"}";

    private final MainstayServer server;
    private final List<Requests> people;

    /** One client for each of these people. */
    Clients(MainstayServer server, List<Requests> people) {
        this.server = server;
        this.people = people;
    }

    /** What clients have seen. */
    static final class Seen {
        final Histogram reads = new Histogram();
        final Histogram writes = new Histogram();
        final AtomicLong requests = new AtomicLong();
        final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    }

    /** Lets a few of them ask as fast as they are answered, so that the compiler sees everything and nobody queues. */
    void warmUp(Duration time) {
        ask(people.subList(0, Math.min(A_FEW, people.size())), time, Duration.ZERO, new Seen());
    }

    /**
     * Lets each begin a request every 50 ms for so long, evenly among the others'; what they see is added to the rest. A request takes from when
     * it was to begin, even if the answer before it was late.
     */
    void ask(Duration time, Seen seen) {
        ask(people, time, PACE, seen);
    }

    private void ask(List<Requests> asking, Duration time, Duration pace, Seen seen) {
        long begin = System.nanoTime();
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            for (int client = 0; client < asking.size(); client++) {
                Requests person = asking.get(client);
                long first = begin + pace.toNanos() * client / asking.size();
                threads.execute(() -> ask(person, first, pace, begin + time.toNanos(), seen));
            }
        }
    }

    /** Reads three views in turn, and writes at every twentieth request. */
    private void ask(Requests person, long first, Duration pace, long end, Seen seen) {
        var reads = List.of(person.get("/api/v1/me"), person.get("/api/v1/home"), person.get("/api/v1/tasks/facets"));
        byte[] write = person.request("POST", "/api/v1/tasks", TASK);
        try (var connection = new Connection(server.uri().getPort(), PATIENCE)) {
            long begin = first;
            for (int turn = ThreadLocalRandom.current().nextInt(20); begin - end < 0; turn++) {
                awaitTime(begin);
                boolean writes = turn % 20 == 19;
                Response response = connection.send(writes ? write : reads.get(turn % reads.size()));
                long now = System.nanoTime();
                (writes ? seen.writes : seen.reads).add(now - begin);
                seen.requests.incrementAndGet();
                if (!response.isSuccess()) {
                    seen.failures.add("status " + response.status());
                }
                begin = pace.isZero() ? now : begin + pace.toNanos();
            }
        } catch (IOException failure) {
            seen.failures.add(failure.toString());
        }
    }

    private static void awaitTime(long when) {
        for (long left = when - System.nanoTime(); left > 0; left = when - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
