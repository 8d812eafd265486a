package dev.mainstay.application.reading;

import java.util.function.Function;

/** For what needs no connection. */
public final class ReadsInMemory implements Reads {

    @Override
    public <T> T together(Function<Several, T> reads) {
        return reads.apply(Several.oneByOne());
    }
}
