package dev.mainstay.application.audit;

import dev.mainstay.domain.event.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The append-only record of who did what (H1). The store itself refuses changes and removals. */
public interface AuditLog {

    /** Adds an entry to the end of its subject's chain, in the active transaction. */
    void append(AuditEntry entry, Instant at);

    /** The latest entries on a subject, newest first. */
    List<Recorded> on(UUID subject, int limit);

    /**
     * Recomputes every chain.
     *
     * @return the first entry that is not as it was written; empty if all are
     */
    Optional<Broken> verify();

    /**
     * An entry as it stands in the log.
     *
     * @param chain the chain it is part of
     * @param position in its chain, from 1
     */
    record Recorded(int chain, long position, Instant at, AuditEntry entry) {}

    /** Where a chain no longer fits together. */
    record Broken(int chain, long position) {}
}
