package dev.mainstay.redis.connection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The background thread that connects, probes and closes the breaker again, so that no request has to. */
final class RedisKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisKeeper.class);

    /** A connection that has been silent for so long is thrown away: the far end may be gone without a word. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(3);

    private final RedisSettings settings;
    private final RedisLink link;
    private final Deadlines deadlines;
    private final CircuitBreaker breaker;
    private final List<Runnable> chores = new CopyOnWriteArrayList<>();
    private final Occasionally complaint = new Occasionally();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("redis-keeper").daemon(true).factory());
    private final FutureTask<@Nullable Void> first = new FutureTask<>(this::keep, null);
    private long silentSince;
    private boolean memoryChecked;

    RedisKeeper(RedisSettings settings, RedisLink link, Deadlines deadlines, CircuitBreaker breaker) {
        this.settings = settings;
        this.deadlines = deadlines;
        this.link = link;
        this.breaker = breaker;
    }

    void start() {
        thread.execute(first);
        long pause = settings.probeEvery().toNanos();
        var _ = thread.scheduleWithFixedDelay(this::keep, pause, pause, TimeUnit.NANOSECONDS);
    }

    /** Waits until Redis was tried once; no longer than the connect timeout, and not for success. */
    void awaitFirstAttempt() {
        try {
            first.get(settings.connectTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            log.warn("redis_not_reached_yet address={}", link.address());
        } catch (ExecutionException failure) {
            throw new IllegalStateException("the keeper of the Redis connection failed", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is looked after each round, while Redis is usable. */
    void chore(Runnable chore) {
        chores.add(chore);
    }

    /** Whether Redis answers within a step's budget. */
    boolean answers() {
        try {
            deadlines.get(
                    link.send(commands -> commands.ping()),
                    settings.stepBudget().toNanos());
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException | CancellationException away) {
            return false;
        }
    }

    private void keep() {
        try {
            if (!link.isConnected()) {
                breaker.open("disconnected");
                connect();
            }
            if (!breaker.isClosed()) {
                recover();
            }
            if (breaker.isClosed()) {
                silentSince = System.nanoTime();
                chores.forEach(Runnable::run);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException failure) {
            complain(failure);
        }
    }

    private void connect() throws InterruptedException, ExecutionException, TimeoutException {
        link.connect();
        silentSince = System.nanoTime();
        log.info("redis_connected address={}", link.address());
        if (!memoryChecked) {
            memoryChecked = true;
            MemoryPolicy.check(link);
        }
    }

    private void recover() {
        if (!answers()) {
            breaker.open("probe");
            if (System.nanoTime() - silentSince > LONGEST_SILENCE.toNanos()) {
                link.drop();
            }
            return;
        }
        silentSince = System.nanoTime();
        breaker.close();
    }

    private void complain(Exception failure) {
        if (complaint.now()) {
            Throwable cause = failure;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            log.warn("redis_unreachable address={} error=\"{}\"", link.address(), cause.toString());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                log.warn("redis_keeper_still_busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
