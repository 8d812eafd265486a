package dev.mainstay.application.writing;

import dev.mainstay.domain.event.DomainEvent;

/** Where a use case says what it made true; heard inside the transaction and, once committed, by live listeners. */
@FunctionalInterface
public interface Events {
    void raise(DomainEvent event);
}
