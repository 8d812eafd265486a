package dev.mainstay.redis.connection;

import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import dev.mainstay.redis.connection.RequestBudget.Purpose;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The one way to ask Redis: within a budget, past a circuit breaker, on a connection that is never reused once it broke. Commands are
 * rejected and not queued while there is none, and nothing is ever sent twice (coherence.md, fault 7).
 */
public final class RedisConnection implements AutoCloseable {

    private static final int TOLERATED_FAILURES = 2;

    private final CircuitBreaker breaker = new CircuitBreaker(TOLERATED_FAILURES);
    private final Answers answers;
    private final RedisLink link;
    private final RedisKeeper keeper;

    private RedisConnection(RedisSettings settings, MeterRegistry meters) {
        this.answers = new Answers(new RequestBudget(settings.stepBudget(), settings.requestBudget()), breaker, meters);
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
        requireUsable();
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
        return answers.await(operation, purpose, answer);
    }

    /** Looked at before anything is sent: a command whose answer nobody waits for could leave a lease behind. */
    void requireBudget(Purpose purpose) {
        answers.requireBudget(purpose);
    }

    /** Waits a little for somebody else's work in Redis; it counts as waiting for Redis. */
    public void pause(Duration duration) {
        answers.pause(duration);
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
