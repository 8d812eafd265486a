package dev.mainstay.redis.connection;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Says yes at most once in a while: keeps a failing Redis from filling the log (G8). */
public final class Occasionally {

    private static final long EVERY = Duration.ofSeconds(10).toNanos();

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** Whether it is time again; the caller that is told so is the only one. */
    public boolean now() {
        long due = next.get();
        long present = System.nanoTime();
        return present - due >= 0 && next.compareAndSet(due, present + EVERY);
    }
}
