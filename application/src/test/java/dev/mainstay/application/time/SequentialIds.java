package dev.mainstay.application.time;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids 00000000-0000-7000-8000-000000000001, …2, …3: ascending, and easy to read in a failure. */
public final class SequentialIds implements Ids {

    private final AtomicLong last = new AtomicLong();

    @Override
    public UUID next() {
        return new UUID(0x0000000000007000L, 0x8000000000000000L | last.incrementAndGet());
    }
}
