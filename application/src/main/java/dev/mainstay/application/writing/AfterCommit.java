package dev.mainstay.application.writing;

import dev.mainstay.domain.event.DomainEvent;
import java.util.List;

/**
 * Hears what a committed transaction made true, in the order in which it was raised, after the views were invalidated (G5). It
 * may be skipped when the process dies, so nothing that must happen may hang on it.
 */
@FunctionalInterface
public interface AfterCommit {
    void committed(List<DomainEvent> events);
}
