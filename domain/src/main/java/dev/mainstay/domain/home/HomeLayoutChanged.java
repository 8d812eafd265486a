package dev.mainstay.domain.home;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;

/** A user rearranged the home page. */
public record HomeLayoutChanged(UserId owner) implements DomainEvent {}
