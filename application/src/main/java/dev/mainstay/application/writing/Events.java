package dev.mainstay.application.writing;

import dev.mainstay.domain.event.DomainEvent;
import java.util.List;

/** Where a use case says what it made true; heard inside the transaction and, once committed, by live listeners. */
@FunctionalInterface
public interface Events {
    void raise(DomainEvent event);

    /** Raises, in that order, what became true at once; heard together by {@link InTransaction#onAll}. */
    default void raiseAll(List<? extends DomainEvent> events) {
        events.forEach(this::raise);
    }
}
