package dev.mainstay.application.live;

import dev.mainstay.domain.identity.UserId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings hints to the listeners of this instance, on the publisher's thread; one that throws keeps none from the others. */
public final class LocalLiveChannels implements LiveChannels {

    private static final Logger log = LoggerFactory.getLogger(LocalLiveChannels.class);

    private final ConcurrentMap<UserId, List<Listener>> listeners = new ConcurrentHashMap<>();

    /** Two subscriptions with one consumer are two: identity, not equality. */
    private static final class Listener {
        private final Consumer<LiveHint> consumer;

        private Listener(Consumer<LiveHint> consumer) {
            this.consumer = consumer;
        }
    }

    @Override
    public void publish(LiveHint hint) {
        for (Listener listener : listeners.getOrDefault(hint.user(), List.of())) {
            try {
                listener.consumer.accept(hint);
            } catch (RuntimeException failure) {
                log.warn("live_listener_failed topic={}", hint.topic(), failure);
            }
        }
    }

    @Override
    public Subscription subscribe(UserId user, Consumer<LiveHint> consumer) {
        var listener = new Listener(consumer);
        listeners.compute(user, (key, present) -> {
            List<Listener> all = present == null ? new CopyOnWriteArrayList<>() : present;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(user, (key, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
    }

    /** Whether anybody on this instance listens for the user. */
    public boolean hasListeners(UserId user) {
        return listeners.containsKey(user);
    }
}
