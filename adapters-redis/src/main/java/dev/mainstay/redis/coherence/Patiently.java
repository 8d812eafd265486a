package dev.mainstay.redis.coherence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits of the background, which has more time than a request, and waits that the guarantee hangs on. */
final class Patiently {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Patiently() {}

    /** What Redis answers within a second; empty if it does not, or not well. */
    static <T> Optional<T> await(CompletableFuture<T> asked) {
        try {
            return Optional.ofNullable(asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | CancellationException away) {
            return Optional.empty();
        }
    }

    /** Returns no earlier, whoever interrupts, and at once if the duration is not positive. */
    static void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        boolean interrupted = false;
        long left = duration.toNanos();
        while (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException early) {
                interrupted = true;
            }
            left = end - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
