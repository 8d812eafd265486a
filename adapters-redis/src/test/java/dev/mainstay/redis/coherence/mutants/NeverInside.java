package dev.mainstay.redis.coherence.mutants;

import dev.mainstay.application.writing.Transactions;
import java.util.function.Supplier;

/** Transactions that do not say when somebody is inside one: a read in an older snapshot fills like any other (fault 8). */
record NeverInside(Transactions real) implements Transactions {

    @Override
    public <T> T run(Supplier<T> work) {
        return real.run(work);
    }

    @Override
    public boolean active() {
        return false;
    }
}
