package dev.mainstay.postgres.sql;

import dev.mainstay.application.reading.Reads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Several reads over one connection, each on a virtual thread. A question waits until every thread has asked one, waits for another
 * thread or is done; then all go as one message and are answered by one ({@link Question#askAll}). A trip to PostgreSQL costs more than what is
 * mostly asked: the eight statements of a home page make two trips.
 */
final class Conversation implements Reads.Several {

    private static final ScopedValue<Conversation> CURRENT = ScopedValue.newInstance();
    private static final ScopedValue<Handle> HANDLE = ScopedValue.newInstance();

    /** Its handles keep statements back until all have asked. */
    private static final Jdbi READS = Database.jdbi(() -> CURRENT.get().keptBack());

    private final Connection connection;
    private final @Nullable Map<String, String> logged = MDC.getCopyOfContextMap();

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Begun<?>> all = new CopyOnWriteArrayList<>();
    private final List<Question> waiting = new ArrayList<>();

    /** Threads that may still ask. Who leaves none sends what waits; nobody asks meanwhile, for all wait for that. */
    private int thinking = 1;

    private Conversation(Connection connection) {
        this.connection = connection;
    }

    /** Holds a conversation; when it returns nothing is being read any more. */
    static <T> T over(Connection connection, Function<Reads.Several, T> reads) {
        var conversation = new Conversation(connection);
        return conversation.speak(() -> {
            try {
                return reads.apply(conversation);
            } finally {
                conversation.settle();
            }
        });
    }

    /** Whether this thread takes part in one. */
    static boolean isHeld() {
        return HANDLE.isBound();
    }

    static Reads.Several current() {
        return CURRENT.get();
    }

    static Handle handle() {
        return HANDLE.get();
    }

    @Override
    public <T> Supplier<T> begin(Supplier<T> read) {
        var begun = new Begun<>(read);
        all.add(begun);
        lock.lock();
        try {
            thinking++;
        } finally {
            lock.unlock();
        }
        var _ = Thread.ofVirtual().name("read").start(begun);
        return begun;
    }

    /** Waits for all that was begun, also by those that it waits for. */
    private void settle() {
        for (int i = 0; i < all.size(); i++) {
            all.get(i).settle();
        }
    }

    private <T> T speak(Supplier<T> read) {
        return ScopedValue.where(CURRENT, this).call(() -> {
            try (Handle handle = READS.open()) {
                return ScopedValue.where(HANDLE, handle).call(read::get);
            }
        });
    }

    private Connection keptBack() {
        return Question.keptBack(connection, this::ask);
    }

    private void ask(Question question) throws SQLException {
        List<Question> due;
        lock.lock();
        try {
            waiting.add(question);
            thinking--;
            due = due();
        } finally {
            lock.unlock();
        }
        send(due);
        question.await();
    }

    /** All that waits, if nobody can add to it; who asked will think again. */
    private List<Question> due() {
        if (thinking > 0) {
            return List.of();
        }
        var due = List.copyOf(waiting);
        waiting.clear();
        thinking = due.size();
        return due;
    }

    private void send(List<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        try {
            Question.askAll(connection, questions);
        } catch (SQLException failure) {
            if (questions.size() > 1 && SqlFailures.isOfItsStatement(failure)) {
                // One spoils them all: each alone, so that only that one fails.
                questions.forEach(question -> send(List.of(question)));
            } else {
                questions.forEach(question -> question.fail(failure));
            }
        } catch (RuntimeException | Error failure) {
            questions.forEach(question -> question.fail(failure));
        }
    }

    /** A read on its thread. */
    private final class Begun<T> implements Runnable, Supplier<T> {
        private final Supplier<T> read;
        private final CompletableFuture<T> found = new CompletableFuture<>();
        private int awaiting;

        Begun(Supplier<T> read) {
            this.read = read;
        }

        @Override
        public void run() {
            if (logged != null) {
                MDC.setContextMap(logged);
            }
            try {
                T value = speak(read);
                end(() -> found.complete(value));
            } catch (RuntimeException | Error failure) {
                end(() -> found.completeExceptionally(failure));
            }
        }

        /** Those that waited think again, in the same moment in which this thread does no more. */
        private void end(Runnable ending) {
            List<Question> due;
            lock.lock();
            try {
                ending.run();
                thinking += awaiting - 1;
                due = due();
            } finally {
                lock.unlock();
            }
            send(due);
        }

        @Override
        public T get() {
            settle();
            try {
                return found.join();
            } catch (CompletionException failed) {
                throw switch (failed.getCause()) {
                    case RuntimeException failure -> failure;
                    case Error failure -> throw failure;
                    case null, default -> failed;
                };
            }
        }

        /** Waits for the end, whatever it is. */
        void settle() {
            List<Question> due = List.of();
            lock.lock();
            try {
                if (!found.isDone()) {
                    awaiting++;
                    thinking--;
                    due = due();
                }
            } finally {
                lock.unlock();
            }
            send(due);
            var _ = found.handle((value, failure) -> true).join();
        }
    }
}
