package dev.mainstay.redis.connection;

import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import dev.mainstay.redis.connection.RequestBudget.Purpose;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * The one way to ask Redis: within a budget, past a circuit breaker, on a connection that is never reused once it broke. Commands are
 * rejected and not queued while there is none, and nothing is ever sent twice (coherence.md, fault 7).
 */
public final class RedisConnection implements AutoCloseable {

    private static final int TOLERATED_FAILURES = 2;

    private final CircuitBreaker breaker = new CircuitBreaker(TOLERATED_FAILURES);
    private final Deadlines deadlines;
    private final Answers answers;
    private final GatheredGets gets;
    private final RedisLink link;
    private final RedisKeeper keeper;

    private RedisConnection(RedisSettings settings, MeterRegistry meters) {
        this.link = new RedisLink(settings);
        var budget = new RequestBudget(settings.stepBudget(), settings.requestBudget());
        List<EventExecutor> loops = settings.eventLoops()
                .map(group -> StreamSupport.stream(group.spliterator(), false).toList())
                .orElse(List.of());
        this.deadlines = Deadlines.after(settings.stepBudget(), loops);
        this.gets = new GatheredGets(
                loops, (runId, keys) -> soonOf(runId, "get", commands -> commands.mget(keys.toArray(String[]::new))));
        this.answers = new Answers(budget, breaker, deadlines, link::drop, meters);
        this.keeper = new RedisKeeper(settings, link, deadlines, breaker);
        Gauge.builder("mainstay.redis.request.wait.longest", budget, RequestBudget::longestSeconds)
                .description("the longest that one request has waited for Redis, all its steps together")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("mainstay.redis.breaker", breaker, CircuitBreaker::gauge)
                .description("0 closed, 1 open")
                .register(meters);
    }

    /** Starts to connect and does not wait for it. */
    public static RedisConnection open(RedisSettings settings, MeterRegistry meters) {
        var connection = new RedisConnection(settings, meters);
        connection.keeper.start();
        return connection;
    }

    /** Waits until Redis was tried once: no longer than the connect timeout, and not for success. */
    public void awaitFirstAttempt() {
        keeper.awaitFirstAttempt();
    }

    /**
     * Asks and waits.
     *
     * @param operation names it in metrics
     * @throws RedisUnavailable if there is no answer within the budgets
     */
    public <T> T ask(String operation, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        requireClosed();
        requireBudget(Purpose.OTHER);
        return await(operation, Purpose.OTHER, send(command));
    }

    /** As {@link #ask}, of one life of the server: the answer of another would mean nothing. */
    public <T> T askOf(
            String runId, String operation, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        requireClosed();
        requireBudget(Purpose.OTHER);
        return await(operation, Purpose.OTHER, sendTo(runId, command));
    }

    /**
     * Asks and keeps no thread waiting; of one life of the server. The future fails with {@link RedisUnavailable} if there is no answer within
     * the budget of a step, and completes on the thread that read the answer, which must not be kept.
     *
     * @param operation names it in metrics
     */
    <T> CompletableFuture<T> soonOf(
            String runId, String operation, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return breaker.isClosed()
                ? answers.soon(operation, link.sendTo(runId, command))
                : CompletableFuture.failedFuture(open());
    }

    /**
     * What lies at the key in this life of the server; keeps no thread waiting, and shares its round trip with whoever asks on the same event
     * loop at the same time. Fails as {@link #soonOf} does.
     */
    public CompletableFuture<Optional<byte[]>> getSoon(String runId, String key) {
        return gets.get(runId, key);
    }

    /** As {@link #soonOf}, of whichever life. */
    <T> CompletableFuture<T> soon(
            String operation, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return breaker.isClosed()
                ? answers.soon(operation, link.send(command))
                : CompletableFuture.failedFuture(open());
    }

    /** Asks and does not wait. The future fails with {@link RedisUnavailable} at once if Redis is known to be away. */
    <T> CompletableFuture<T> send(Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return breaker.isClosed() ? link.send(command) : CompletableFuture.failedFuture(open());
    }

    /** As {@link #send}, to this life of the server and to no other. */
    <T> CompletableFuture<T> sendTo(
            String runId, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return breaker.isClosed() ? link.sendTo(runId, command) : CompletableFuture.failedFuture(open());
    }

    /** As {@link #sendTo}, past the breaker: for what is worth a try although Redis has been slow. */
    <T> CompletableFuture<T> sendAnyway(
            String runId, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return link.sendTo(runId, command);
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

    /**
     * Goes on if requests may use Redis.
     *
     * @throws RedisUnavailable if it is known to be away or hung
     */
    public void requireClosed() {
        if (!breaker.isClosed()) {
            throw open();
        }
    }

    private static RedisUnavailable open() {
        return new RedisUnavailable(Reason.OPEN, "Redis is away");
    }

    /** The run id of the server process that is connected to; empty while there is none. */
    public Optional<String> runId() {
        return link.runId();
    }

    /** Throws the connection away; the background connects anew, wherever the address leads by then. */
    public void reconnect() {
        link.drop();
    }

    /** What the background does each round while Redis is usable; it must not take long. */
    public void chore(Runnable chore) {
        keeper.chore(chore);
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
        deadlines.close();
    }
}
