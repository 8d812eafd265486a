package dev.mainstay.redis.connection;

import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import dev.mainstay.redis.connection.RequestBudget.Purpose;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisReadOnlyException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for Redis within the request's budget, times it, and tells the breaker how it ended. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(30), Duration.ofMillis(50)
    };

    private final RequestBudget budget;
    private final CircuitBreaker breaker;
    private final Runnable readOnly;
    private final MeterRegistry meters;
    private final Deadlines deadlines;
    private final ConcurrentMap<Ended, Timer> latencies = new ConcurrentHashMap<>();
    private final Occasionally complaint = new Occasionally();

    private record Ended(String operation, String result) {}

    /** @param readOnly what to do when the server says that it is a replica by now */
    Answers(
            RequestBudget budget,
            CircuitBreaker breaker,
            Deadlines deadlines,
            Runnable readOnly,
            MeterRegistry meters) {
        this.deadlines = deadlines;
        this.budget = budget;
        this.breaker = breaker;
        this.readOnly = readOnly;
        this.meters = meters;
    }

    /** Waits for what was sent, and draws the breaker's conclusions. */
    <T> T await(String operation, Purpose purpose, CompletableFuture<T> answer) {
        long start = System.nanoTime();
        String result = "ok";
        try {
            T value = answer.isDone() ? answer.get() : get(answer, start, budget.next(purpose));
            breaker.succeeded();
            return value;
        } catch (RedisUnavailable unavailable) {
            result = unavailable.reason().detail();
            throw unavailable;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            result = Reason.INTERRUPTED.detail();
            throw new RedisUnavailable(Reason.INTERRUPTED, "interrupted while waiting for Redis");
        } catch (ExecutionException | CancellationException failure) {
            var unavailable = conclude(operation, Objects.requireNonNullElse(failure.getCause(), failure));
            result = unavailable.reason().detail();
            throw unavailable;
        } finally {
            long waited = System.nanoTime() - start;
            budget.spend(waited);
            latency(operation, result).record(waited, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Comes when the answer does, and fails with {@link RedisUnavailable} if none does in time; draws the breaker's conclusions. For one step
     * that keeps no thread waiting: what the request has waited in all is for its caller to add up.
     */
    <T> CompletableFuture<T> soon(String operation, CompletableFuture<T> answer) {
        long start = System.nanoTime();
        var wait = deadlines.watch(answer);
        return answer.handle((value, failure) -> {
            wait.over();
            long waited = System.nanoTime() - start;
            budget.waited(waited);
            if (failure == null) {
                breaker.succeeded();
                latency(operation, "ok").record(waited, TimeUnit.NANOSECONDS);
                return value;
            }
            var unavailable = failure instanceof TimeoutException
                    ? late(start)
                    : conclude(
                            operation,
                            failure instanceof CompletionException
                                    ? Objects.requireNonNullElse(failure.getCause(), failure)
                                    : failure);
            latency(operation, unavailable.reason().detail()).record(waited, TimeUnit.NANOSECONDS);
            throw unavailable;
        });
    }

    private RedisUnavailable late(long asked) {
        breaker.timedOut(asked);
        return new RedisUnavailable(Reason.TIMEOUT, "no answer from Redis in time");
    }

    /** Looked at before anything is sent: a command whose answer nobody waits for could leave a lease behind. */
    void requireBudget(Purpose purpose) {
        if (budget.next(purpose) <= 0) {
            throw spent();
        }
    }

    private static RedisUnavailable spent() {
        return new RedisUnavailable(Reason.BUDGET, "this request has waited for Redis long enough");
    }

    private <T> T get(CompletableFuture<T> answer, long asked, long nanos)
            throws InterruptedException, ExecutionException {
        if (nanos <= 0) {
            throw spent();
        }
        try {
            return deadlines.get(answer, nanos);
        } catch (TimeoutException late) {
            // What is left of a request's budget may be too short for a Redis in the best of health.
            throw budget.isStep(nanos) ? late(asked) : spent();
        }
    }

    private RedisUnavailable conclude(String operation, Throwable cause) {
        if (cause instanceof RedisUnavailable known) {
            if (known.reason() == Reason.DISCONNECTED) {
                breaker.open("disconnected");
            }
            return known;
        }
        if (!(cause instanceof RedisCommandExecutionException)) {
            // No answer of the server's: what was in flight on a connection that broke ends in one of several ways.
            breaker.open("disconnected");
            return new RedisUnavailable(Reason.DISCONNECTED, "the connection to Redis broke");
        }
        breaker.failed("error");
        if (cause instanceof RedisReadOnlyException) {
            readOnly.run();
        }
        if (complaint.now()) {
            log.warn("redis_error operation={} error={}", operation, String.valueOf(cause.getMessage()));
        }
        return new RedisUnavailable(Reason.ERROR, String.valueOf(cause.getMessage()));
    }

    /** Kept, for to find it in the registry costs more than to record. */
    private Timer latency(String operation, String result) {
        return latencies.computeIfAbsent(
                new Ended(operation, result),
                ended -> Timer.builder("mainstay.redis.operation")
                        .description("waits for Redis, by operation and how they ended")
                        .tag("operation", operation)
                        .tag("result", result)
                        .serviceLevelObjectives(BUCKETS)
                        .register(meters));
    }

    /** Waits a little for somebody else's work in Redis; it counts as waiting for Redis. */
    void pause(Duration duration) {
        long nanos = Math.min(duration.toNanos(), budget.next(Purpose.OTHER));
        if (nanos <= 0) {
            throw spent();
        }
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailable(Reason.INTERRUPTED, "interrupted while waiting for Redis");
        } finally {
            budget.spend(nanos);
        }
    }
}
