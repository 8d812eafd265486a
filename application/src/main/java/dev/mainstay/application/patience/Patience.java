package dev.mainstay.application.patience;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one request has waited for the cache, all its threads together. Whoever receives a request makes one and hands it on to each
 * thread that works on it; work without one, such as a job's, is counted by its thread.
 */
public final class Patience {

    private static final ThreadLocal<@Nullable Patience> CURRENT = new ThreadLocal<>();

    private final AtomicLong spentNanos = new AtomicLong();

    /** That of the request on whose behalf this thread works. */
    public static Optional<Patience> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Makes this thread work on behalf of another request, or of none.
     *
     * @return the one it worked for before
     */
    public static @Nullable Patience exchange(@Nullable Patience next) {
        Patience before = CURRENT.get();
        if (next == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(next);
        }
        return before;
    }

    public long spentNanos() {
        return spentNanos.get();
    }

    /** Adds a wait and returns the sum. */
    public long spend(long nanos) {
        return spentNanos.addAndGet(nanos);
    }
}
