package dev.mainstay.redis.coherence;

import dev.mainstay.redis.connection.Occasionally;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does the same small work again and again; what fails is tried in the next round. */
final class Rounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final ScheduledExecutorService thread;
    private final Occasionally complaint = new Occasionally();

    private final Duration pause;
    private final Runnable work;

    Rounds(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
    }

    void start() {
        Future<?> rounds = thread.scheduleWithFixedDelay(this::once, 0, pause.toNanos(), TimeUnit.NANOSECONDS);
        log.debug("rounds_started rounds={} cancelled={}", name, rounds.isCancelled());
    }

    private void once() {
        try {
            work.run();
        } catch (RuntimeException failure) {
            if (complaint.now()) {
                log.warn("round_failed rounds={} error=\"{}\"", name, failure.toString());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                log.warn("round_still_busy rounds={}", name);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
