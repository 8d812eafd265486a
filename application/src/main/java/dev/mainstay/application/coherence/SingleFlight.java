package dev.mainstay.application.coherence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets the callers of one key inside one instance share one fill. Whoever boards before the fill is sent may share what was
 * stored: the lease that the store accepted was held from before the load until after they boarded, so no commit came between.
 * What was loaded after the boarding closed they may share as well, stored or not: it is as if each had loaded it then.
 * Whoever comes later could be answered with a value older than a write that it has already seen, and may not.
 */
public final class SingleFlight<K, R> {

    private final ConcurrentHashMap<K, CompletableFuture<Optional<R>>> flights = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long a passenger waits before it goes alone */
    public SingleFlight(Duration patience) {
        this.patience = patience;
    }

    /**
     * Leads the flight of the key, or boards the one that is under way.
     *
     * @param lead what the leader does; it closes the boarding before it stores what it has loaded
     * @param alone what a passenger does whose flight brought nothing to share
     */
    public R fly(K key, Function<Boarding, Landing<R>> lead, Supplier<R> alone) {
        var mine = new CompletableFuture<Optional<R>>();
        var theirs = flights.putIfAbsent(key, mine);
        if (theirs != null) {
            return await(theirs).orElseGet(alone);
        }
        var boarding = new Boarding(() -> flights.remove(key, mine));
        Optional<R> shared = Optional.empty();
        try {
            Landing<R> landing = lead.apply(boarding);
            if (landing.shared() && boarding.closed) {
                shared = Optional.of(landing.result());
            }
            return landing.result();
        } finally {
            boarding.close();
            mine.complete(shared);
        }
    }

    /**
     * Boards the flight of the key that is under way; empty if there is none to board.
     *
     * @param alone as in {@link #fly}
     */
    public Optional<R> board(K key, Supplier<R> alone) {
        var theirs = flights.get(key);
        return theirs == null ? Optional.empty() : Optional.of(await(theirs).orElseGet(alone));
    }

    private Optional<R> await(CompletableFuture<Optional<R>> flight) {
        try {
            return flight.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException gaveUp) {
            return Optional.empty();
        }
    }

    /** While it is open, callers of the key join the flight. */
    public static final class Boarding {
        private final Runnable remove;
        private boolean closed;

        private Boarding(Runnable remove) {
            this.remove = remove;
        }

        /** From here on callers of the key start a flight of their own. */
        public void close() {
            closed = true;
            remove.run();
        }
    }

    /**
     * What the leader came home with.
     *
     * @param shared whether the store accepted it, so that passengers may have it too
     */
    public record Landing<R>(R result, boolean shared) {}
}
