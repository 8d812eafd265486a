package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.DomainEvent;
import dev.mainstay.domain.identity.UserId;

/** What counts towards a user's achievements has moved. */
public record ProgressChanged(UserId owner) implements DomainEvent {}
