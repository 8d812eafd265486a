package dev.mainstay.application.reading;

import java.util.function.Function;
import java.util.function.Supplier;

/** Reads that belong to one answer. */
public interface Reads {

    /**
     * Reads several things over one connection to the store of facts, for which they wait once. Each still sees what is committed when it
     * is asked, and one that fails does not keep the others from being read. Inside a transaction, or inside another {@code together},
     * they are part of that.
     *
     * @param reads begins them and returns what it made of them
     * @throws dev.mainstay.domain.refusal.Unavailable if the store is away or there is no connection in time
     */
    <T> T together(Function<Several, T> reads);

    /** Begins reads whose questions the store may be asked at once. */
    interface Several {

        /** One after the other, each in its turn and on the caller's thread. */
        static Several oneByOne() {
            return new Several() {
                @Override
                public <T> Supplier<T> begin(Supplier<T> read) {
                    try {
                        T found = read.get();
                        return () -> found;
                    } catch (RuntimeException failure) {
                        return () -> {
                            throw failure;
                        };
                    }
                }
            };
        }

        /**
         * Begins a read, perhaps on a thread of its own.
         *
         * @return waits for what it returns, or throws what it throws
         */
        <T> Supplier<T> begin(Supplier<T> read);
    }
}
