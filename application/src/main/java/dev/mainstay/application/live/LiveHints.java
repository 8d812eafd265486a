package dev.mainstay.application.live;

import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.application.writing.AfterCommit;
import dev.mainstay.domain.event.DomainEvent;
import java.util.LinkedHashSet;
import java.util.List;

/** Publishes a hint for each live view that a commit has made untrue, after its invalidation (G5). */
public final class LiveHints implements AfterCommit {

    private final LiveChannels channels;
    private final List<LiveTopic> topics;

    public LiveHints(LiveChannels channels, List<LiveTopic> topics) {
        this.channels = channels;
        this.topics = List.copyOf(topics);
    }

    @Override
    public void committed(List<DomainEvent> events) {
        var hints = new LinkedHashSet<LiveHint>();
        for (LiveTopic topic : topics) {
            for (DomainEvent event : events) {
                topic.view().idsTouchedBy(event).forEach(user -> hints.add(new LiveHint(user, topic.name())));
            }
        }
        hints.forEach(channels::publish);
    }
}
