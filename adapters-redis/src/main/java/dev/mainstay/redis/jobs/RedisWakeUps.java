package dev.mainstay.redis.jobs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.application.coherence.CacheKey;
import dev.mainstay.application.coherence.KeyModule;
import dev.mainstay.application.jobs.WakeUps;
import dev.mainstay.redis.connection.RedisSubscriptions;
import dev.mainstay.redis.connection.RedisWrites;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wakes the workers of a queue on every instance over pub/sub (G16). Nothing is stored: the row is the message, a lost wake-up costs
 * one polling interval, and workers that wake in vain find no row to claim.
 */
public final class RedisWakeUps implements WakeUps {

    private final byte[] instance = UUID.randomUUID().toString().getBytes(US_ASCII);
    private final WakeUps local;
    private final RedisWrites writes;
    private final RedisSubscriptions subscriptions;
    private final MeterRegistry meters;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    public RedisWakeUps(WakeUps local, RedisWrites writes, RedisSubscriptions subscriptions, MeterRegistry meters) {
        this.local = local;
        this.writes = writes;
        this.subscriptions = subscriptions;
        this.meters = meters;
    }

    @Override
    public void wake(String queue) {
        local.wake(queue);
        writes.publish(channel(queue), instance).exceptionally(failure -> {
            meters.counter("mainstay.redis.fallbacks", "port", "wake_ups", "reason", "not_published")
                    .increment();
            return 0L;
        });
    }

    @Override
    public void await(String queue, Duration longest) throws InterruptedException {
        if (heard.add(queue)) {
            subscriptions.listen(channel(queue), from -> {
                if (!Arrays.equals(from, instance)) {
                    local.wake(queue);
                }
            });
        }
        local.await(queue, longest);
    }

    private static String channel(String queue) {
        return new CacheKey(KeyModule.QUEUE, queue, "wake", "all").toString();
    }
}
