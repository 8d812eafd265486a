package dev.mainstay.application.writing;

import java.util.function.Supplier;

/** The transactions of the store of facts. Repositories that write refuse to do so outside one. */
public interface Transactions {

    /**
     * Runs the work in a transaction: committed when it returns, rolled back when it throws. Inside a transaction of the same
     * thread it simply joins.
     *
     * @throws Contention if the store could not serialize it with another; nothing is stored, and it may be repeated
     * @throws CommitUnknown if the connection was lost while committing: it may or may not be stored
     * @throws dev.mainstay.domain.refusal.Unavailable if the store is away; nothing is stored
     */
    <T> T run(Supplier<T> work);

    /** Whether this thread is inside {@link #run}. */
    boolean active();

    /** Deadlock or serialization failure: repeat from the beginning. */
    final class Contention extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Contention(Throwable cause) {
            super("the transaction collided with another", cause);
        }
    }

    /** The connection broke between sending COMMIT and its answer. */
    final class CommitUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CommitUnknown(Throwable cause) {
            super("it is not known whether the transaction was committed", cause);
        }
    }
}
