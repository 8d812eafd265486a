package dev.mainstay.redis.connection;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this instance listens to, on a connection of its own that the background opens again when it broke. Messages sent in between
 * are lost, as those who use it must allow for.
 */
public final class RedisSubscriptions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisSubscriptions.class);
    private static final long HEARTBEAT_EVERY = Duration.ofSeconds(5).toNanos();

    private final RedisLink link;
    private final Map<String, Consumer<byte[]>> listeners = new HashMap<>();
    private @Nullable StatefulRedisPubSubConnection<String, byte[]> connection;
    private @Nullable RedisFuture<String> heartbeat;
    private long nextHeartbeat;
    private Optional<String> runId = Optional.empty();
    private boolean closed;

    public RedisSubscriptions(RedisConnection connection) {
        this.link = connection.link();
        connection.keeper().chore(this::keep);
    }

    /** Hears the channel from now on; the listener runs on the thread that reads the connection, so it must not wait for anything. */
    public synchronized void listen(String channel, Consumer<byte[]> listener) {
        if (listeners.put(channel, listener) == null && connection != null) {
            ignoreFailure(connection.async().subscribe(channel));
        }
    }

    /** Hears the channel no more. */
    public synchronized void ignore(String channel) {
        if (listeners.remove(channel) != null && connection != null) {
            ignoreFailure(connection.async().unsubscribe(channel));
        }
    }

    /** A failed command means a broken connection, and that is replaced with all its subscriptions. */
    private static void ignoreFailure(RedisFuture<Void> answer) {
        answer.exceptionally(failure -> {
            log.debug("redis_subscription_failed", failure);
            return null;
        });
    }

    private void keep() {
        try {
            if (isBroken()) {
                adopt(link.connectPubSub());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            log.debug("redis_subscriptions_not_connected", failure);
        }
    }

    /** A far end that went without a word does not answer the heartbeat. */
    private synchronized boolean isBroken() {
        var present = connection;
        if (present == null || !present.isOpen() || !link.runId().equals(runId)) {
            return true;
        }
        if (System.nanoTime() - nextHeartbeat >= 0) {
            if (heartbeat != null && !heartbeat.isDone()) {
                return true;
            }
            heartbeat = present.async().ping();
            nextHeartbeat = System.nanoTime() + HEARTBEAT_EVERY;
        }
        return false;
    }

    private synchronized void adopt(StatefulRedisPubSubConnection<String, byte[]> fresh) {
        if (connection != null) {
            RedisLink.close(connection);
        }
        if (closed) {
            RedisLink.close(fresh);
            return;
        }
        connection = fresh;
        runId = link.runId();
        heartbeat = null;
        nextHeartbeat = System.nanoTime() + HEARTBEAT_EVERY;
        fresh.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, byte[] message) {
                hear(channel, message);
            }
        });
        if (!listeners.isEmpty()) {
            ignoreFailure(fresh.async().subscribe(listeners.keySet().toArray(String[]::new)));
        }
    }

    private void hear(String channel, byte[] message) {
        Consumer<byte[]> listener;
        synchronized (this) {
            listener = listeners.get(channel);
        }
        if (listener != null) {
            listener.accept(message);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null) {
            RedisLink.closeNow(connection);
            connection = null;
        }
    }
}
