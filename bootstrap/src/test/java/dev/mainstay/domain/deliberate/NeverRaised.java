package dev.mainstay.domain.deliberate;

import dev.mainstay.bootstrap.architecture.Violates;
import dev.mainstay.domain.event.DomainEvent;

@Violates("every_event_is_raised_somewhere")
record NeverRaised() implements DomainEvent {}
