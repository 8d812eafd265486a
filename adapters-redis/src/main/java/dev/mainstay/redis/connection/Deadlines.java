package dev.mainstay.redis.connection;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Ends waits for Redis that are as long as a step may take, or longer: one thread looks through them every few milliseconds, and nobody needs a
 * timer. A virtual thread that waits with a time limit sets one and takes it back, for which another thread wakes both times.
 *
 * <p>A machine that is busy may be late to read an answer that has long arrived. To give up Redis for that would send its load to PostgreSQL as
 * well, and the machine would never catch up. So where the event loops are shared with HTTP, a wait that is over ends only when each of
 * them has come round twice: by then it has read all that had arrived.
 */
final class Deadlines implements AutoCloseable {

    /** Less than any wait that is watched over, so that each is seen before it is due. */
    private static final long LONGEST_PAUSE = Duration.ofMillis(5).toNanos();

    private static final long SHORTEST_PAUSE = 500_000;

    /** Loops that take longer for a round than this answer nobody else either. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(1);

    private final long patience;
    private final Thread looking;
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final List<EventExecutor> loops;
    private CompletableFuture<?> round = CompletableFuture.completedFuture(null);
    private long roundSince;
    private boolean going;
    private volatile boolean asleep;
    private volatile boolean closed;

    /** Of somebody for an answer. */
    static final class Wait {
        private final long due;
        private volatile @Nullable CompletableFuture<?> answer;

        private Wait(CompletableFuture<?> answer, long due) {
            this.answer = answer;
            this.due = due;
        }

        /**
         * The answer has come, and is let go. Kept until the next look, the pages of a busy server were so many that they outgrew the survivor
         * space, filled the old generation, and cost a full collection every eight seconds.
         */
        void over() {
            answer = null;
        }

        private boolean isOver() {
            var awaited = answer;
            return awaited == null || awaited.isDone();
        }

        private boolean isDueBy(long time) {
            return time - due >= 0;
        }

        private void end() {
            var awaited = answer;
            if (awaited != null) {
                awaited.completeExceptionally(new TimeoutException());
            }
        }
    }

    private Deadlines(Duration patience, List<EventExecutor> loops) {
        this.patience = patience.toNanos();
        this.loops = loops;
        this.looking = Thread.ofPlatform().name("redis-deadlines").daemon(true).unstarted(this::keepLooking);
    }

    /**
     * Looks only while somebody waits.
     *
     * @param patience how long a step may take
     * @param loops that read the answers; none if they do nothing else
     */
    static Deadlines after(Duration patience, List<EventExecutor> loops) {
        var deadlines = new Deadlines(patience, loops);
        deadlines.looking.start();
        return deadlines;
    }

    /** Fails the answer with a {@link TimeoutException} if it has not come within a step. Whoever gets it says that the wait is over. */
    Wait watch(CompletableFuture<?> answer) {
        return watch(answer, patience);
    }

    private Wait watch(CompletableFuture<?> answer, long nanos) {
        var wait = new Wait(answer, System.nanoTime() + nanos);
        if (!answer.isDone()) {
            waits.add(wait);
            if (asleep) {
                LockSupport.unpark(looking);
            }
            if (closed) {
                wait.end();
            }
        }
        return wait;
    }

    /**
     * Waits for the answer so long, and if it has not come, until the event loops have come round.
     *
     * @throws TimeoutException if it has not come even then
     */
    <T> T get(CompletableFuture<T> answer, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        return nanos < patience ? getByTheClock(answer, nanos) : getWatched(answer, nanos);
    }

    private <T> T getWatched(CompletableFuture<T> answer, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        var wait = watch(answer, nanos);
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TimeoutException late) {
                throw late;
            }
            throw failed;
        } finally {
            wait.over();
        }
    }

    /** What is left of a request's budget may be less than a pause between two looks. */
    private <T> T getByTheClock(CompletableFuture<T> answer, long nanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            comeRound().get(LONGEST_ROUND.toNanos(), TimeUnit.NANOSECONDS);
            if (answer.isDone()) {
                return answer.get();
            }
            throw late;
        }
    }

    private void keepLooking() {
        while (!closed) {
            if (waits.isEmpty()) {
                sleep();
            } else {
                LockSupport.parkNanos(pause());
            }
            look();
        }
        // Nobody waits for ever.
        waits.forEach(Wait::end);
    }

    /** Until the first wait is due, if that is soon; what is late already is looked after again and again until the loops have come round. */
    private long pause() {
        long now = System.nanoTime();
        long soonest = waits.stream()
                .filter(wait -> !wait.isOver())
                .mapToLong(wait -> wait.due - now)
                .min()
                .orElse(LONGEST_PAUSE);
        return Math.clamp(soonest, SHORTEST_PAUSE, LONGEST_PAUSE);
    }

    private void look() {
        waits.removeIf(Wait::isOver);
        long now = System.nanoTime();
        if (waits.stream().noneMatch(wait -> wait.isDueBy(now))) {
            return;
        }
        if (loops.isEmpty()) {
            endThoseDueBy(now);
        } else if (!going) {
            going = true;
            roundSince = now;
            round = comeRound();
        } else if (round.isDone()) {
            going = false;
            endThoseDueBy(roundSince);
        }
    }

    /**
     * The first task runs when all has been sent that was to be sent before; what was due at once by the clock runs only after the loop has looked
     * for answers again.
     */
    private CompletableFuture<?> comeRound() {
        return CompletableFuture.allOf(loops.stream().map(Deadlines::comeRound).toArray(CompletableFuture<?>[]::new));
    }

    private static CompletableFuture<?> comeRound(EventExecutor loop) {
        try {
            return CompletableFuture.runAsync(() -> {}, loop).thenRunAsync(() -> {}, task -> {
                var _ = loop.schedule(task, 1, TimeUnit.NANOSECONDS);
            });
        } catch (RejectedExecutionException ended) {
            // It reads nothing any more.
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Until somebody waits; who comes before it sleeps is seen, and who comes after wakes it. */
    private void sleep() {
        asleep = true;
        while (waits.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private void endThoseDueBy(long time) {
        waits.removeIf(wait -> {
            boolean due = wait.isDueBy(time);
            if (due) {
                wait.end();
            }
            return due;
        });
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(looking);
    }
}
