package dev.mainstay.bootstrap.identity;

import dev.mainstay.domain.refusal.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few in at once, has a bounded number wait for a bounded time in order, and sends the rest away. The work is done by threads
 * of the operating system: on a virtual one it would hold its carrier to the end, and every other request with it.
 */
final class Turnstile {

    private static final Executor WORKERS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("turnstile-", 0).factory());

    private final Semaphore places;
    private final Semaphore queue;
    private final Duration longestWait;

    /**
     * Opens it.
     *
     * @param inside how many work at once
     * @param waiting how many more may wait
     */
    Turnstile(int inside, int waiting, Duration longestWait) {
        this.places = new Semaphore(inside, true);
        this.queue = new Semaphore(inside + waiting);
        this.longestWait = longestWait;
    }

    /**
     * Does the work when its turn comes.
     *
     * @throws Unavailable if too many wait already, or it takes too long
     */
    <T> T pass(Supplier<T> work) {
        if (!queue.tryAcquire()) {
            throw busy();
        }
        try {
            if (!places.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return CompletableFuture.supplyAsync(work, WORKERS).join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
            } finally {
                places.release();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            queue.release();
        }
    }

    private static Unavailable busy() {
        return new Unavailable("logins_busy", "Too many logins at once; try again in a moment.", Duration.ofSeconds(2));
    }
}
