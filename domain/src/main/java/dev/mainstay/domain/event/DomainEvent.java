package dev.mainstay.domain.event;

/**
 * Something that a transaction made true. Raised inside that transaction, it names by its fields every view that shows the
 * change, so an event of an owned thing carries its owner.
 */
public interface DomainEvent {}
