package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.DomainEvent;

/** A one-time code was issued, tried, consumed or replaced. */
public interface CodesChanged extends DomainEvent {
    UserId user();
}
