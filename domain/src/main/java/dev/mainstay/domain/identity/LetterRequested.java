package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.DomainEvent;

/** A letter waits in the queue; for whom, if for anybody, stands only there. */
public record LetterRequested(LetterKind kind) implements DomainEvent {}
