package dev.mainstay.bootstrap.coherence.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads from one instance over one connection as fast as it answers, drawing what to read by lot. */
public final class Reader implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration BEFORE_RECONNECTING = Duration.ofMillis(100);

    private final int port;
    private final String suffix;
    private final List<ReadOperation> operations;
    private final Tally tally;
    private final AtomicBoolean over;
    private final SplittableRandom random;
    private @Nullable Connection connection;

    public Reader(int instance, int port, List<ReadOperation> operations, Tally tally, AtomicBoolean over, long seed) {
        this.port = port;
        this.suffix = " @" + instance + " ";
        this.operations = operations;
        this.tally = tally;
        this.over = over;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        while (!over.get()) {
            var operation = operations.get(random.nextInt(operations.size()));
            operation.attempt().ifPresent(attempt -> read(operation.view(), attempt));
        }
        disconnect();
    }

    private void read(String view, ReadOperation.Attempt attempt) {
        long begin = System.nanoTime();
        try {
            Response response = connected().send(attempt.request());
            long end = System.nanoTime();
            tally.answered("read", view, response, begin, end);
            judge(view, attempt, response, begin, end);
        } catch (IOException noAnswer) {
            disconnect();
            if (!over.get()) {
                tally.answered("read", view, null, begin, System.nanoTime());
                LockSupport.parkNanos(BEFORE_RECONNECTING.toNanos());
            }
        }
    }

    private void judge(String view, ReadOperation.Attempt attempt, Response response, long begin, long end) {
        String cache = response.header("cache-status");
        if (!cache.isEmpty()) {
            tally.count("cache", cache);
            tally.count("view", view + (cache.contains("; hit") ? " hit" : " other"));
        }
        if (cache.contains("stale")) {
            // Said to be possibly stale, while PostgreSQL is away (G9): no promise, and no evidence.
            return;
        }
        var shown = new boolean[1];
        attempt.judge(response, (fact, sighting) -> {
            shown[0] = true;
            fact.read(sighting, view + suffix + cache, begin, end);
        });
        if (shown[0]) {
            tally.checkedRead();
        } else {
            tally.count("says nothing", view + " " + response.status());
        }
    }

    private Connection connected() throws IOException {
        if (connection == null) {
            connection = new Connection(port, PATIENCE);
        }
        return connection;
    }

    private void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException alreadyBroken) {
                tally.count("no answer", "to closing");
            }
            connection = null;
        }
    }
}
