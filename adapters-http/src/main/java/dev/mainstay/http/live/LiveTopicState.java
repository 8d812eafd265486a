package dev.mainstay.http.live;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.domain.identity.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a connection was last told about a topic, and what there is to tell now. Used by the connection's thread alone. */
final class LiveTopicState<V> {

    private final LiveSource<V> source;
    private final String epoch;
    private long sequence;
    private @Nullable V told;

    LiveTopicState(LiveSource<V> source, String epoch) {
        this.source = source;
        this.epoch = epoch;
    }

    String topic() {
        return source.topic();
    }

    /** The state, if it is not what was told last; the caller sends it. */
    Optional<LiveFrame> news(UserId user) {
        Cached<V> now = source.read(user);
        return now.value().equals(told) ? Optional.empty() : Optional.of(tell(now));
    }

    /** The state, whatever was told last. */
    LiveFrame snapshot(UserId user) {
        return tell(source.read(user));
    }

    private LiveFrame tell(Cached<V> now) {
        told = now.value();
        sequence++;
        return LiveFrame.state(source.topic(), epoch, sequence, now.asOf(), source.json(now.value()));
    }
}
