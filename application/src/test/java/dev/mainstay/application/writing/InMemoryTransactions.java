package dev.mainstay.application.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Transactions over in-memory repositories: one at a time, and rolled back by restoring what every participant was. Hand the same
 * instance to every {@link InMemoryTable} of a test.
 */
public final class InMemoryTransactions implements Transactions {

    private static final ScopedValue<InMemoryTransactions> ACTIVE = ScopedValue.newInstance();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Participant> participants = new ArrayList<>();

    /** Something that can go back to how it is now. */
    @FunctionalInterface
    public interface Participant {
        /** Remembers the present state and returns how to go back to it. */
        Runnable snapshot();

        /** What was done since the snapshot counts from now on. */
        default void committed() {}
    }

    public void join(Participant participant) {
        participants.add(participant);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (active()) {
            return work.get();
        }
        lock.lock();
        try {
            var back = participants.stream().map(Participant::snapshot).toList();
            try {
                T result = ScopedValue.where(ACTIVE, this).call(work::get);
                participants.forEach(Participant::committed);
                return result;
            } catch (RuntimeException | Error failure) {
                back.forEach(Runnable::run);
                throw failure;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean active() {
        return ACTIVE.isBound() && ACTIVE.get() == this;
    }

    /** Refuses a write outside a transaction, as every adapter must. */
    public void requireActive() {
        if (!active()) {
            throw new IllegalStateException("a fact may only be written inside Transactions.run");
        }
    }
}
