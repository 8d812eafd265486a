package dev.mainstay.application.live;

import dev.mainstay.domain.identity.UserId;
import java.util.function.Consumer;

/**
 * A signal: tells the instances that hold a user's live connections that something of theirs changed. A hint carries no
 * state; whoever hears it reads the state anew, so a lost, late or double hint harms nothing.
 *
 * <p>Fallback: without Redis a hint reaches the connections of its own instance; connections on others are brought up to date by
 * their periodic refresh.
 */
public interface LiveChannels {

    /** Never blocks for longer than the Redis budget and never throws. */
    void publish(LiveHint hint);

    /** Calls the listener for each hint for the user, on any thread, until closed. */
    Subscription subscribe(UserId user, Consumer<LiveHint> listener);

    /**
     * Something of a user's changed.
     *
     * @param topic what changed, such as {@code focus} or {@code home}
     */
    record LiveHint(UserId user, String topic) {}

    /** Closing twice does no harm. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
