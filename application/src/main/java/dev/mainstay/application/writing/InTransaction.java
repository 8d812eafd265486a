package dev.mainstay.application.writing;

import dev.mainstay.domain.event.DomainEvent;

/** Hears each event inside the transaction that raised it: what it stores stands or falls with the change itself. */
@FunctionalInterface
public interface InTransaction {
    /** May raise further events; throwing rolls everything back. */
    void on(DomainEvent event, Events events);
}
