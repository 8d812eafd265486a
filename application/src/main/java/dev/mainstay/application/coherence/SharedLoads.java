package dev.mainstay.application.coherence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the callers of one key inside one instance share loads that no cache protects: one load is under way at a time, and whoever
 * comes meanwhile shares the next. So each gets what was loaded after it had asked, as if it had loaded it itself.
 */
public final class SharedLoads<K, R> {

    private final ConcurrentHashMap<K, Turn<R>> latest = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long a caller waits for another's load before it loads alone */
    public SharedLoads(Duration patience) {
        this.patience = patience;
    }

    /**
     * What the loader returns when it is called after this was, by this caller or by another of the same key.
     *
     * @param loader equal for all callers of one key; a failure is its caller's alone
     */
    public R load(K key, Supplier<R> loader) {
        var mine = new Turn<R>();
        var turn = latest.compute(key, (same, last) -> last == null || last.begun ? mine.after(last) : last);
        return turn == mine ? take(key, mine, loader) : turn.await(patience).orElseGet(loader);
    }

    private R take(K key, Turn<R> mine, Supplier<R> loader) {
        Optional<R> loaded = Optional.empty();
        try {
            mine.awaitPredecessor(patience);
            latest.computeIfPresent(key, (same, last) -> {
                mine.begun = true;
                return last;
            });
            R result = loader.get();
            loaded = Optional.of(result);
            return result;
        } finally {
            mine.done.complete(loaded);
            latest.remove(key, mine);
        }
    }

    /** One load, and who shares it. Its fields are read and written under the lock of the map. */
    private static final class Turn<R> {
        private final CompletableFuture<Optional<R>> done = new CompletableFuture<>();
        private @Nullable Turn<R> predecessor;
        private boolean begun;

        Turn<R> after(@Nullable Turn<R> last) {
            predecessor = last;
            return this;
        }

        void awaitPredecessor(Duration patience) {
            var last = predecessor;
            if (last != null) {
                last.await(patience);
                predecessor = null;
            }
        }

        Optional<R> await(Duration patience) {
            try {
                return done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException | TimeoutException gaveUp) {
                return Optional.empty();
            }
        }
    }
}
