package dev.mainstay.redis.connection;

import dev.mainstay.redis.connection.RedisUnavailable.Reason;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One client and its present connection, with the life of the server at its far end. A connection that broke is replaced, never revived,
 * so no command outlives it.
 */
final class RedisLink implements AutoCloseable {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final String RUN_ID = "run_id:";
    private static final int LONGEST_QUEUE = 20_000;
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(1);

    private final RedisURI uri;
    private final RedisClient client;
    private final Duration connectTimeout;
    private volatile @Nullable Life life;

    /** A connection, and the run id of the server process that it leads to. */
    private record Life(StatefulRedisConnection<String, byte[]> connection, String runId) {
        boolean isOver() {
            return !connection.isOpen();
        }
    }

    RedisLink(RedisSettings settings) {
        this.uri = parse(settings.uri());
        this.connectTimeout = settings.connectTimeout();
        uri.setTimeout(connectTimeout);
        uri.setClientName("mainstay");
        this.client = new AsynchronousClient(
                settings.eventLoops().map(SharedEventLoops::resources).orElseGet(DefaultClientResources::create), uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(LONGEST_QUEUE)
                // Who waits does so by Deadlines. Lettuce's timer kept every command, with the page in its answer, for
                // up to 100 ms: a
                // busy server's survivor space overflowed, its old generation filled with pages, and a full collection
                // came every 8 s.
                .timeoutOptions(TimeoutOptions.create())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(connectTimeout)
                        .keepAlive(true)
                        .build())
                .build());
    }

    private static RedisURI parse(String uri) {
        try {
            return RedisURI.create(uri);
        } catch (IllegalArgumentException malformed) {
            // The cause would show the password.
            throw new IllegalArgumentException(
                    "REDIS_URL is not a Redis address; expected redis://user:password@host:6379/0, or rediss:// for TLS");
        }
    }

    /** Host and port, for the log. */
    String address() {
        return uri.getHost() + ':' + uri.getPort();
    }

    boolean isConnected() {
        var present = life;
        return present != null && !present.isOver();
    }

    /** The run id of the server that is connected to; empty while there is none. */
    Optional<String> runId() {
        var present = life;
        return present == null || present.isOver() ? Optional.empty() : Optional.of(present.runId());
    }

    <T> CompletableFuture<T> send(Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        return send(life, command);
    }

    /** Sends to this life of the server and to no other. */
    <T> CompletableFuture<T> sendTo(
            String runId, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        var present = life;
        if (present != null && !present.isOver() && !present.runId().equals(runId)) {
            return CompletableFuture.failedFuture(new RedisUnavailable(
                    Reason.OTHER_LIFE, "connected to another life of Redis than the one in force"));
        }
        return send(present, command);
    }

    private static <T> CompletableFuture<T> send(
            @Nullable Life present, Function<RedisAsyncCommands<String, byte[]>, CompletionStage<T>> command) {
        if (present == null || present.isOver()) {
            return CompletableFuture.failedFuture(new RedisUnavailable(Reason.DISCONNECTED, "not connected to Redis"));
        }
        try {
            return command.apply(present.connection().async()).toCompletableFuture();
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Connects anew and asks the server for its run id, within the connect timeout each. */
    void connect() throws TimeoutException, ExecutionException, InterruptedException {
        var fresh = within(client.connectAsync(CODEC, uri).toCompletableFuture());
        try {
            String info = fresh.async().info("server").get(connectTimeout.toNanos(), TimeUnit.NANOSECONDS);
            life = new Life(fresh, runIdIn(info));
        } catch (TimeoutException | ExecutionException | InterruptedException | RuntimeException failure) {
            close(fresh);
            throw failure;
        }
    }

    private static String runIdIn(String info) {
        return info.lines()
                .filter(line -> line.startsWith(RUN_ID))
                .map(line -> line.substring(RUN_ID.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("INFO server names no run_id"));
    }

    /** A further connection, for subscriptions; its owner closes it. */
    StatefulRedisPubSubConnection<String, byte[]> connectPubSub()
            throws TimeoutException, ExecutionException, InterruptedException {
        return within(client.connectPubSubAsync(CODEC, uri).toCompletableFuture());
    }

    private <C extends StatefulConnection<?, ?>> C within(CompletableFuture<C> connecting)
            throws TimeoutException, ExecutionException, InterruptedException {
        try {
            return connecting.get(connectTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | InterruptedException gaveUp) {
            connecting.thenAccept(RedisLink::close).exceptionally(failed -> null);
            throw gaveUp;
        } catch (CancellationException closing) {
            throw new ExecutionException(closing);
        }
    }

    /** Throws the connection away: what was sent and not answered on it fails. */
    void drop() {
        var present = life;
        life = null;
        if (present != null) {
            close(present.connection());
        }
    }

    /** Closes a connection in the background; one that fails to close is broken, and so closed too. */
    static void close(StatefulConnection<?, ?> gone) {
        gone.closeAsync().exceptionally(failure -> null);
    }

    /** Closes it and waits a moment: before the client's threads end. */
    static void closeNow(StatefulConnection<?, ?> gone) {
        gone.closeAsync()
                .completeOnTimeout(null, LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> null)
                .join();
    }

    @Override
    public void close() {
        var present = life;
        life = null;
        if (present != null) {
            closeNow(present.connection());
        }
        client.shutdown(Duration.ZERO, LONGEST_CLOSE);
        // Of a client that was given its resources, they are left to whoever gave them.
        client.getResources()
                .shutdown(0, LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(LONGEST_CLOSE.toMillis());
    }
}
