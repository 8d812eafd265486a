package dev.mainstay.redis.coherence.mutants;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Redis without a protocol, as usual code uses it: the client connects again by itself and sends again what was not answered, and whoever
 * calls it goes on when a command fails.
 */
final class RawRedis implements AutoCloseable {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final RedisClient client;
    private final RedisURI uri;
    private final Queue<RedisFuture<?>> underWay = new ConcurrentLinkedQueue<>();
    private @Nullable StatefulRedisConnection<String, byte[]> connection;

    RawRedis(String uri) {
        this.uri = RedisURI.create(uri);
        this.uri.setTimeout(PATIENCE);
        this.client = RedisClient.create();
    }

    private synchronized StatefulRedisConnection<String, byte[]> connection() {
        if (connection == null) {
            connection = client.connect(CODEC, uri);
        }
        return connection;
    }

    /** Connects before it is needed. */
    void connect() {
        carelessly(redis -> {});
    }

    Optional<byte[]> get(String key) {
        try {
            return Optional.ofNullable(connection().sync().get(key));
        } catch (RedisException away) {
            return Optional.empty();
        }
    }

    void set(String key, byte[] value, SetArgs how) {
        carelessly(redis -> redis.sync().set(key, value, how));
    }

    /** Without waiting for the answer, whenever it comes. */
    void setSometime(String key, byte[] value, Duration ttl) {
        carelessly(redis -> underWay.add(redis.async().set(key, value, SetArgs.Builder.px(ttl.toMillis()))));
    }

    void delete(String... keys) {
        if (keys.length > 0) {
            carelessly(redis -> redis.sync().del(keys));
        }
    }

    void expire(String key, Duration ttl) {
        carelessly(redis -> redis.sync().pexpire(key, ttl.toMillis()));
    }

    /** Whether all that was to be set sometime has been. */
    boolean isDone() {
        return underWay.stream().allMatch(RedisFuture::isDone);
    }

    private void carelessly(Consumer<StatefulRedisConnection<String, byte[]>> command) {
        try {
            command.accept(connection());
        } catch (RedisException away) {
            // What usual code does: a cache that is away is no reason to fail.
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
}
