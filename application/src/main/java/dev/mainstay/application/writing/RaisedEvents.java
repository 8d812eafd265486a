package dev.mainstay.application.writing;

import dev.mainstay.domain.event.DomainEvent;
import java.util.ArrayList;
import java.util.List;

/** The events of one transaction, in order, each heard by the listeners inside it as it is raised. */
final class RaisedEvents implements Events {

    private final List<InTransaction> listeners;
    private final List<DomainEvent> raised = new ArrayList<>();

    RaisedEvents(List<InTransaction> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void raise(DomainEvent event) {
        raised.add(event);
        for (InTransaction listener : listeners) {
            listener.on(event, this);
        }
    }

    @Override
    public void raiseAll(List<? extends DomainEvent> events) {
        raised.addAll(events);
        for (InTransaction listener : listeners) {
            listener.onAll(List.copyOf(events), this);
        }
    }

    List<DomainEvent> all() {
        return List.copyOf(raised);
    }
}
