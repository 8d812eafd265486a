package dev.mainstay.application.writing;

import dev.mainstay.domain.event.DomainEvent;
import java.util.List;

/** Hears each event inside the transaction that raised it: what it stores stands or falls with the change itself. */
@FunctionalInterface
public interface InTransaction {
    /** May raise further events; throwing rolls everything back. */
    void on(DomainEvent event, Events events);

    /** As {@link #on}, of what was raised at once: for whoever has one answer to many events, and would else look once for each. */
    default void onAll(List<DomainEvent> raised, Events events) {
        raised.forEach(event -> on(event, events));
    }
}
