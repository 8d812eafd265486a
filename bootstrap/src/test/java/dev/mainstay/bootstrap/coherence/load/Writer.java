package dev.mainstay.bootstrap.coherence.load;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Repeats a write operation with pauses between. */
public final class Writer implements Runnable {

    private final WriteOperation operation;
    private final WriterClient client;
    private final Duration pause;
    private final AtomicBoolean over;

    /**
     * A writer that has not begun.
     *
     * @param pause the longest between two steps; mostly it is shorter, and now and then there is none
     */
    public Writer(WriteOperation operation, WriterClient client, Duration pause, AtomicBoolean over) {
        this.operation = operation;
        this.client = client;
        this.pause = pause;
        this.over = over;
    }

    @Override
    public void run() {
        try (client) {
            while (!over.get()) {
                operation.step(client);
                if (client.random().nextInt(4) > 0) {
                    Thread.sleep(client.random().nextLong(pause.toMillis()));
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
