package dev.mainstay.postgres.sql;

import dev.mainstay.application.reading.Reads;
import dev.mainstay.application.writing.Transactions;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The PostgreSQL primary: transactions, and the connection that repositories speak through. Inside {@link #run} every
 * repository of the thread uses the transaction's connection; outside, each read borrows one for its single statement,
 * unless several are read {@link #together}.
 */
public final class Database implements Transactions, Reads {

    private static final ScopedValue<Handle> TRANSACTION = ScopedValue.newInstance();

    private final Jdbi jdbi;

    public Database(DataSource pool) {
        this.jdbi = jdbi(pool::getConnection);
    }

    static Jdbi jdbi(ConnectionFactory connections) {
        return Jdbi.create(connections).installPlugin(new PostgresPlugin());
    }

    @Override
    public <T> T run(Supplier<T> work) {
        if (active()) {
            return work.get();
        }
        try (Handle handle = open()) {
            handle.begin();
            T result;
            try {
                result = ScopedValue.where(TRANSACTION, handle).call(work::get);
            } catch (RuntimeException | Error failure) {
                rollBack(handle, failure);
                throw failure;
            }
            commit(handle);
            return result;
        } catch (RuntimeException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    @Override
    public boolean active() {
        return TRANSACTION.isBound();
    }

    @Override
    public <T> T together(Function<Several, T> reads) {
        if (active()) {
            return reads.apply(Several.oneByOne());
        }
        return Conversation.isHeld()
                ? reads.apply(Conversation.current())
                : borrowing(handle -> Conversation.over(handle.getConnection(), reads));
    }

    /** Reads, inside the active transaction if there is one, else as part of {@link #together} or on a connection of its own. */
    public <T> T read(Function<Handle, T> work) {
        if (active()) {
            return work.apply(TRANSACTION.get());
        }
        return Conversation.isHeld() ? translating(() -> work.apply(Conversation.handle())) : borrowing(work);
    }

    private <T> T borrowing(Function<Handle, T> work) {
        return translating(() -> {
            try (Handle handle = open()) {
                return work.apply(handle);
            }
        });
    }

    private static <T> T translating(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    /** Writes, in the active transaction; a write outside one is a bug, not a request. */
    public <T> T write(Function<Handle, T> work) {
        if (!active()) {
            throw new IllegalStateException("a fact may only be written inside Transactions.run");
        }
        return work.apply(TRANSACTION.get());
    }

    /** As {@link #write}, for work without a result. */
    public void execute(Consumer<Handle> work) {
        write(handle -> {
            work.accept(handle);
            return true;
        });
    }

    private Handle open() {
        try {
            return jdbi.open();
        } catch (RuntimeException failure) {
            throw SqlFailures.translate(failure);
        }
    }

    private static void commit(Handle handle) {
        try {
            handle.commit();
        } catch (TransactionException failure) {
            throw SqlFailures.isConnectionLost(failure) ? new CommitUnknown(failure) : SqlFailures.translate(failure);
        }
    }

    private static void rollBack(Handle handle, Throwable failure) {
        try {
            handle.rollback();
        } catch (RuntimeException alsoBroken) {
            failure.addSuppressed(alsoBroken);
        }
    }
}
