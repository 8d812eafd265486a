package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.DomainEvent;

/** Something that shows on an account or its profile changed. */
public interface AccountChanged extends DomainEvent {
    UserId user();
}
