package dev.mainstay.redis.connection;

import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import dev.mainstay.redis.connection.RequestBudget.Purpose;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way to ask Redis: within a budget, past a circuit breaker, on a connection that is never reused once it broke. Commands are
 * rejected and not queued while there is none, and nothing is ever sent twice (coherence.md, fault 7).
 */
public final class RedisConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisConnection.class);
    private static final int TOLERATED_FAILURES = 2;
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(30), Duration.ofMillis(50)
    };

    private final CircuitBreaker breaker = new CircuitBreaker(TOLERATED_FAILURES);
    private final Occasionally complaint = new Occasionally();
    private final RequestBudget budget;
    private final MeterRegistry meters;
    private final RedisLink link;
    private final RedisKeeper keeper;

    private RedisConnection(RedisSettings settings, MeterRegistry meters) {
        this.budget = new RequestBudget(settings.stepBudget(), settings.requestBudget());
        this.meters = meters;
        this.link = new RedisLink(settings);
        this.keeper = new RedisKeeper(settings, link, breaker);
        Gauge.builder("mainstay.redis.breaker", breaker, CircuitBreaker::gauge)
                .description("0 closed, 1 being probed, 2 open")
                .register(meters);
    }

    /** Starts to connect; waits for it no longer than the connect timeout, and not at all for success. */
    public static RedisConnection open(RedisSettings settings, MeterRegistry meters) {
        var connection = new RedisConnection(settings, meters);
        connection.keeper.start();
        return connection;
    }

    /**
     * Asks and waits.
     *
     * @param operation names it in metrics
     * @throws RedisUnavailable if there is no answer within the budgets
     */
    public <T> T ask(String operation, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        requireBudget(Purpose.OTHER);
        return await(operation, Purpose.OTHER, send(command));
    }

    /** Asks and does not wait. The future fails with {@link RedisUnavailable} at once if Redis is known to be away. */
    <T> CompletableFuture<T> send(Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        if (!breaker.isClosed()) {
            return CompletableFuture.failedFuture(
                    new RedisUnavailable(Reason.OPEN, "Redis is away or not yet repaired"));
        }
        return sendAnyway(command);
    }

    /**
     * As {@link #send}, for fences: they are raised from the moment that Redis answers a probe, before reads may use it. Else there would
     * always be a writer under way that could not fence, and the breaker never close.
     */
    <T> CompletableFuture<T> sendForFence(Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        if (breaker.state() == CircuitBreaker.State.OPEN) {
            return CompletableFuture.failedFuture(new RedisUnavailable(Reason.OPEN, "Redis is away"));
        }
        return sendAnyway(command);
    }

    /** Past the breaker: for the background that repairs and probes. */
    <T> CompletableFuture<T> sendAnyway(Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return link.send(command);
    }

    /** Waits for what was sent, and draws the breaker's conclusions. */
    <T> T await(String operation, Purpose purpose, CompletableFuture<T> answer) {
        long start = System.nanoTime();
        String result = "ok";
        try {
            T value = answer.isDone() ? answer.get() : get(answer, budget.next(purpose));
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

    /** Looked at before anything is sent: a command whose answer nobody waits for could leave a lease behind. */
    void requireBudget(Purpose purpose) {
        if (budget.next(purpose) <= 0) {
            throw spent();
        }
    }

    private static RedisUnavailable spent() {
        return new RedisUnavailable(Reason.BUDGET, "this request has waited for Redis long enough");
    }

    private <T> T get(CompletableFuture<T> answer, long nanos) throws InterruptedException, ExecutionException {
        if (nanos <= 0) {
            throw spent();
        }
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            breaker.failed("timeout");
            throw new RedisUnavailable(Reason.TIMEOUT, "no answer from Redis in time");
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
        if (complaint.now()) {
            log.warn("redis_error operation={} error={}", operation, String.valueOf(cause.getMessage()));
        }
        return new RedisUnavailable(Reason.ERROR, String.valueOf(cause.getMessage()));
    }

    private Timer latency(String operation, String result) {
        return Timer.builder("mainstay.redis.operation")
                .description("waits for Redis, by operation and how they ended")
                .tag("operation", operation)
                .tag("result", result)
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /** Waits a little for somebody else's work in Redis; it counts as waiting for Redis. */
    public void pause(Duration duration) {
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

    /** Nothing is asked on behalf of a request until the repairs have been done: see {@link #beforeClosing}. */
    public void distrust(String why) {
        breaker.open(why);
    }

    /** What must succeed, in the background, before requests may use Redis again. */
    public void beforeClosing(BooleanSupplier repair) {
        keeper.repairs(repair);
    }

    /** Refuses an answer that arrived after the instance went off Redis. */
    public void requireUsable() {
        if (!breaker.isClosed()) {
            throw new RedisUnavailable(Reason.OPEN, "Redis is away or not yet repaired");
        }
    }

    /** Whether requests may use Redis. */
    public boolean isUsable() {
        return breaker.isClosed();
    }

    /** Whether Redis answers a {@code PING} within a step's budget, breaker or no breaker. Never throws. */
    public boolean ping() {
        return keeper.answers();
    }

    RedisLink link() {
        return link;
    }

    RedisKeeper keeper() {
        return keeper;
    }

    /** Ends the background and refuses what is asked from now on; connections stay until {@link #close}. */
    public void stop() {
        keeper.close();
        breaker.shutDown();
    }

    @Override
    public void close() {
        stop();
        link.close();
    }
}
