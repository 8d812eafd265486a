package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.DomainEvent;
import java.util.Collection;

/** Something that decides what sessions of a user may do changed; every one of them is named. */
public interface SessionsChanged extends DomainEvent {
    UserId user();

    Collection<SessionId> sessions();
}
