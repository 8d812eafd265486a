package dev.mainstay.bootstrap.live;

import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveHints;
import dev.mainstay.application.live.LiveTopic;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;

/** Hints for the topics of the features that are switched on (P3, W2). */
@Factory
final class LiveFactory {

    @Singleton
    LiveHints liveHints(LiveChannels channels, List<LiveTopic> topics) {
        return new LiveHints(channels, topics);
    }
}
