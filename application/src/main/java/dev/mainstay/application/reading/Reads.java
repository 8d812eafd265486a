package dev.mainstay.application.reading;

import java.util.function.Supplier;

/** Reads that belong to one answer. */
public interface Reads {

    /**
     * Runs the reads of this thread one after the other over one connection to the store of facts, for which they wait once. Each still sees
     * what is committed when it begins.
     *
     * @throws dev.mainstay.domain.refusal.Unavailable if the store is away or there is no connection in time
     */
    <T> T together(Supplier<T> reads);
}
