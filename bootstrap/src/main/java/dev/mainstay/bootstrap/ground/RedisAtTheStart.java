package dev.mainstay.bootstrap.ground;

import dev.mainstay.redis.RedisAdapters;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;

/**
 * Waits for Redis when all else is made, and before anything writes at the start: a writer that has not reached Redis yet would count as cut
 * off, and take the trust in the cache from all instances.
 */
@Singleton
final class RedisAtTheStart implements ApplicationEventListener<StartupEvent>, Ordered {

    private final RedisAdapters redis;

    RedisAtTheStart(RedisAdapters redis) {
        this.redis = redis;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        redis.awaitStart();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
