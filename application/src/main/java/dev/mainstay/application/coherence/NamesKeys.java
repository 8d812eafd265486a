package dev.mainstay.application.coherence;

import dev.mainstay.domain.event.DomainEvent;
import java.util.Set;

/** An event that names exact keys, because nothing became untrue but somebody doubts what lies there: for operators alone. */
public interface NamesKeys extends DomainEvent {

    /** Keys of the catalogue's views; may be empty. */
    Set<CacheKey> keys();
}
