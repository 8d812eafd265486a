package dev.mainstay.bootstrap.coherence.load;

import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Sends a writer's requests, each to an instance drawn by lot, and never twice. */
public final class WriterClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final int[] ports;
    private final @Nullable Connection[] connections;
    private final Tally tally;
    private final SplittableRandom random;

    public WriterClient(int[] ports, Tally tally, long seed) {
        this.ports = ports.clone();
        this.connections = new Connection[ports.length];
        this.tally = tally;
        this.random = new SplittableRandom(seed);
    }

    /** For what a writer decides by lot. */
    public SplittableRandom random() {
        return random;
    }

    /** Sends a write; it counts as acknowledged, refused or unknown. */
    public Reply write(String operation, byte[] request) {
        Reply reply = send("write", operation, request);
        tally.count("write", reply.acknowledged() ? "acknowledged" : reply.refused() ? "refused" : "unknown");
        if (reply.refused()) {
            tally.count("refused", operation + " " + reply.answer().status());
        }
        return reply;
    }

    /** Sends a question of the writer's. */
    public Reply ask(String operation, byte[] request) {
        return send("question", operation, request);
    }

    /** Something that no fault explains, and that the report shall show. */
    public void surprise(String what) {
        tally.surprise(what);
    }

    private Reply send(String kind, String operation, byte[] request) {
        int instance = random.nextInt(ports.length);
        String where = operation + " @" + instance;
        long begin = System.nanoTime();
        @Nullable Response response = null;
        try {
            @Nullable Connection connection = connections[instance];
            if (connection == null) {
                connection = new Connection(ports[instance], PATIENCE);
                connections[instance] = connection;
            }
            response = connection.send(request);
        } catch (IOException noAnswer) {
            disconnect(instance);
        }
        long end = System.nanoTime();
        tally.answered(kind, operation, response, begin, end);
        return new Reply(response, where, begin, end);
    }

    private void disconnect(int instance) {
        @Nullable Connection connection = connections[instance];
        connections[instance] = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException alreadyBroken) {
                tally.count("no answer", "to closing");
            }
        }
    }

    @Override
    public void close() {
        for (int instance = 0; instance < connections.length; instance++) {
            disconnect(instance);
        }
    }
}
