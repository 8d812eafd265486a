package dev.mainstay.http.live;

import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.refusal.NotAllowed;
import dev.mainstay.domain.refusal.NotAuthenticated;
import dev.mainstay.domain.refusal.Unavailable;
import dev.mainstay.http.live.LiveWire.SlowConsumer;
import io.micronaut.websocket.CloseReason;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client's connection, served by one virtual thread. What waits to be sent is bounded: of each topic, however often it changes
 * while the client reads slowly, only the fact that it changed waits, and the state is read when it can be sent.
 */
final class LiveConnection implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(LiveConnection.class);
    private static final int WAITING_MESSAGES = 32;

    /** What wakes the connection's thread. */
    private sealed interface Signal {
        record Said(String message) implements Signal {}

        record Hinted(String topic) implements Signal {}

        record Over() implements Signal {}
    }

    private final UserId user;
    private final LiveWire wire;
    private final Admission admission;
    private final String epoch;
    private final Map<String, LiveSource<?>> sources;
    private final Duration heartbeat;
    private final MessageBudget budget;

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Set<String> hinted = ConcurrentHashMap.newKeySet();
    private final Map<String, LiveTopicState<?>> subscribed = new HashMap<>();
    private volatile boolean heard = true;
    private volatile @Nullable CloseReason ending;

    LiveConnection(
            UserId user,
            LiveWire wire,
            Admission admission,
            String epoch,
            Collection<? extends LiveSource<?>> sources,
            LiveSettings settings) {
        this.user = user;
        this.wire = wire;
        this.admission = admission;
        this.epoch = epoch;
        this.sources = sources.stream().collect(Collectors.toMap(LiveSource::topic, Function.identity()));
        this.heartbeat = settings.heartbeat();
        this.budget = new MessageBudget(settings.messagesPerMinute());
    }

    UserId user() {
        return user;
    }

    /** The client sent a message. Never blocks. */
    void said(String message) {
        heard = true;
        if (signals.size() > WAITING_MESSAGES || !budget.take(System.nanoTime())) {
            end(LiveClose.TOO_FAST);
        } else {
            signals.add(new Signal.Said(message));
        }
    }

    /** The client answered a ping. */
    void answered() {
        heard = true;
    }

    /** Something changed. Never blocks; a topic that is waiting to be read already is not queued again. */
    void hinted(LiveHint hint) {
        if (hinted.add(hint.topic())) {
            signals.add(new Signal.Hinted(hint.topic()));
        }
    }

    /** Ends the connection soon, from any thread. */
    void end(CloseReason reason) {
        ending = reason;
        signals.add(new Signal.Over());
    }

    /** To be called when hints are heard: what was over before that, they do not tell. */
    @Override
    public void run() {
        try {
            var _ = stillAuthenticated();
            wire.send(LiveFrame.ready(epoch));
            serve();
        } catch (SlowConsumer slow) {
            log.info("live_cut reason=slow_consumer user={}", user.value());
            wire.close(LiveClose.TOO_SLOW);
            wire.cut();
        } catch (NotAuthenticated | NotAllowed over) {
            wire.close(LiveClose.notAuthenticated(over.code()));
        } catch (InterruptedException stopped) {
            wire.close(LiveClose.GOING_AWAY);
        } catch (RuntimeException failure) {
            log.warn("live_failed user={}", user.value(), failure);
            wire.close(LiveClose.FAILED);
        }
    }

    private void serve() throws InterruptedException {
        long nextBeat = System.nanoTime() + heartbeat.toNanos();
        while (wire.isOpen()) {
            @Nullable Signal signal = signals.poll(nextBeat - System.nanoTime(), TimeUnit.NANOSECONDS);
            @Nullable CloseReason reason = ending;
            if (reason != null) {
                wire.close(reason);
                return;
            }
            if (signal != null) {
                handle(signal);
            }
            if (nextBeat - System.nanoTime() <= 0) {
                beat();
                nextBeat = System.nanoTime() + heartbeat.toNanos();
            }
        }
    }

    private void handle(Signal signal) throws InterruptedException {
        switch (signal) {
            case Signal.Said said -> answer(said.message());
            case Signal.Hinted changed -> {
                // Forgotten before the state is read: a change after this is a new hint.
                hinted.remove(changed.topic());
                if (stillAuthenticated()) {
                    refresh(subscribed.get(changed.topic()));
                }
            }
            case Signal.Over over -> {}
        }
    }

    private void answer(String message) throws InterruptedException {
        var request = wire.request(message);
        if (request.isEmpty()) {
            wire.send(LiveFrame.error(
                    null, "malformed_message", "Send JSON such as {\"type\":\"subscribe\",\"topic\":\"focus\"}."));
            return;
        }
        @Nullable String topic = request.get().topic();
        @Nullable LiveSource<?> source = topic == null ? null : sources.get(topic);
        switch (request.get().type()) {
            case LiveRequest.SUBSCRIBE, LiveRequest.UNSUBSCRIBE -> {
                if (source == null) {
                    wire.send(LiveFrame.error(
                            topic, "unknown_topic", "The topics are " + String.join(", ", sources.keySet()) + "."));
                } else if (request.get().type().equals(LiveRequest.SUBSCRIBE)) {
                    subscribe(source);
                } else {
                    subscribed.remove(source.topic());
                    wire.send(LiveFrame.unsubscribed(source.topic()));
                }
            }
            default -> wire.send(LiveFrame.error(topic, "unknown_type", "The types are subscribe and unsubscribe."));
        }
    }

    private void subscribe(LiveSource<?> source) throws InterruptedException {
        var state = subscribed.computeIfAbsent(source.topic(), topic -> new LiveTopicState<>(source, epoch));
        try {
            wire.send(state.snapshot(user));
        } catch (Unavailable away) {
            wire.send(LiveFrame.error(source.topic(), away.code(), "The state follows when it can be read again."));
        }
    }

    private void refresh(@Nullable LiveTopicState<?> state) throws InterruptedException {
        if (state == null) {
            return;
        }
        try {
            var news = state.news(user);
            if (news.isPresent()) {
                wire.send(news.get());
            }
        } catch (Unavailable away) {
            log.debug("live_state_unavailable topic={}", state.topic(), away);
        }
    }

    /** Checks both ends, and makes up for hints that were lost. */
    private void beat() throws InterruptedException {
        if (!heard) {
            wire.close(LiveClose.IDLE);
            wire.cut();
            return;
        }
        heard = false;
        if (!stillAuthenticated()) {
            return;
        }
        wire.ping();
        for (var state : subscribed.values()) {
            refresh(state);
        }
    }

    /** Whether the token is good; false for a while if nobody can tell. Throws if it is not. */
    private boolean stillAuthenticated() {
        if (admission.holds()) {
            return true;
        }
        if (admission.isLongUnknown()) {
            end(LiveClose.TRY_LATER);
        }
        return false;
    }
}
