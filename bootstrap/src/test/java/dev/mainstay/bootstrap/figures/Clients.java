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

/** Clients that ask at the same time, each on a connection of its own, with a short pause after each answer. */
final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(16);
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

    /** Lets them read three views in turn, and write at every twentieth request, for so long; what they see is added to the rest. */
    void ask(Duration time, Seen seen) {
        long end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Requests person : people) {
                threads.execute(() -> ask(person, end, seen));
            }
        }
    }

    private void ask(Requests person, long end, Seen seen) {
        var reads = List.of(person.get("/api/v1/me"), person.get("/api/v1/home"), person.get("/api/v1/tasks/facets"));
        byte[] write = person.request("POST", "/api/v1/tasks", TASK);
        try (var connection = new Connection(server.uri().getPort(), PATIENCE)) {
            for (int turn = ThreadLocalRandom.current().nextInt(20); System.nanoTime() - end < 0; turn++) {
                boolean writes = turn % 20 == 19;
                byte[] request = writes ? write : reads.get(turn % reads.size());
                long begin = System.nanoTime();
                Response response = connection.send(request);
                (writes ? seen.writes : seen.reads).add(System.nanoTime() - begin);
                seen.requests.incrementAndGet();
                if (!response.isSuccess()) {
                    seen.failures.add("status " + response.status());
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos()));
            }
        } catch (IOException failure) {
            seen.failures.add(failure.toString());
        }
    }
}
