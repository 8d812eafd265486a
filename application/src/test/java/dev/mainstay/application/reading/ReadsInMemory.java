package dev.mainstay.application.reading;

import java.util.function.Supplier;

/** For what needs no connection. */
public final class ReadsInMemory implements Reads {

    @Override
    public <T> T together(Supplier<T> reads) {
        return reads.get();
    }
}
