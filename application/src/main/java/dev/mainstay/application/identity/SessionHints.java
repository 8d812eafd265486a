package dev.mainstay.application.identity;

import dev.mainstay.application.live.LiveChannels;
import dev.mainstay.application.live.LiveChannels.LiveHint;
import dev.mainstay.application.writing.AfterCommit;
import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.LoggedIn;
import dev.mainstay.domain.identity.SessionRefreshed;
import dev.mainstay.domain.identity.SessionsChanged;
import java.util.List;

/**
 * Hints to a user's live connections that a session may be over, or may do something else, so that each asks again whether it may go
 * on. A hint that is lost costs a heartbeat. Logging in and refreshing take nothing from anybody, and are no hint.
 */
public final class SessionHints implements AfterCommit {

    /** No client can subscribe to it. */
    static final String TOPIC = "session";

    private final LiveChannels channels;

    public SessionHints(LiveChannels channels) {
        this.channels = channels;
    }

    @Override
    public void committed(List<DomainEvent> events) {
        events.stream()
                .filter(event -> !(event instanceof LoggedIn) && !(event instanceof SessionRefreshed))
                .filter(SessionsChanged.class::isInstance)
                .map(event -> new LiveHint(((SessionsChanged) event).user(), TOPIC))
                .distinct()
                .forEach(channels::publish);
    }
}
