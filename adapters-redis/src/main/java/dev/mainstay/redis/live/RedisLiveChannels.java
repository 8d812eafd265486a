package dev.mainstay.redis.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LocalLiveChannels;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.redis.connection.RedisSubscriptions;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Hints to this instance's listeners directly, and to other instances' over pub/sub: one channel per user, subscribed to while somebody
 * here listens for that user. What comes back from an instance's own publishing is dropped, so nobody hears it twice.
 */
public final class RedisLiveChannels implements LiveChannels, AutoCloseable {

    private final String instance = UUID.randomUUID() + " ";
    private final LocalLiveChannels local;
    private final RedisWrites writes;
    private final RedisSubscriptions subscriptions;
    private final MeterRegistry meters;
    private final Map<UserId, Integer> listening = new HashMap<>();

    /** Listeners may wait for Redis, so they are not run on the thread that reads from it. */
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    public RedisLiveChannels(
            LocalLiveChannels local, RedisWrites writes, RedisSubscriptions subscriptions, MeterRegistry meters) {
        this.local = local;
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.meters = meters;
    }

    @Override
    public void publish(LiveHint hint) {
        local.publish(hint);
        writes.publish(channel(hint.user()), (instance + hint.topic()).getBytes(UTF_8))
                .exceptionally(failure -> {
                    meters.counter("mainstay.redis.fallbacks", "port", "live_channels", "reason", "not_published")
                            .increment();
                    return 0L;
                });
    }

    @Override
    public Subscription subscribe(UserId user, Consumer<LiveHint> listener) {
        Subscription subscription = local.subscribe(user, listener);
        arrived(user);
        var once = new Once(() -> {
            subscription.close();
            left(user);
        });
        return once::run;
    }

    private synchronized void arrived(UserId user) {
        if (listening.merge(user, 1, Integer::sum) == 1) {
            subscriptions.listen(channel(user), message -> hear(user, new String(message, UTF_8)));
        }
    }

    private synchronized void left(UserId user) {
        if (listening.computeIfPresent(user, (key, count) -> count == 1 ? null : count - 1) == null) {
            subscriptions.ignore(channel(user));
        }
    }

    private void hear(UserId user, String message) {
        if (!message.startsWith(instance) && !deliveries.isShutdown()) {
            var hint = new LiveHint(user, message.substring(message.indexOf(' ') + 1));
            deliveries.execute(() -> local.publish(hint));
        }
    }

    private static String channel(UserId user) {
        return new CacheKey(
                        KeyModule.NOTIFICATIONS, "live", "user", user.value().toString())
                .toString();
    }

    @Override
    public void close() {
        deliveries.shutdownNow();
    }

    /** Runs the first time only. */
    private static final class Once {
        private final Runnable work;
        private boolean done;

        private Once(Runnable work) {
            this.work = work;
        }

        synchronized void run() {
            if (!done) {
                done = true;
                work.run();
            }
        }
    }
}
