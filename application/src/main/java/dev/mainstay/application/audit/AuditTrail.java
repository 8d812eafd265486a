package dev.mainstay.application.audit;

import dev.mainstay.application.writing.Events;
import dev.mainstay.application.writing.InTransaction;
import dev.mainstay.domain.event.Audited;
import dev.mainstay.domain.event.DomainEvent;
import java.time.InstantSource;

/** Writes every audited event to the log, in the transaction that raised it. */
public final class AuditTrail implements InTransaction {

    private final AuditLog log;
    private final InstantSource clock;

    public AuditTrail(AuditLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void on(DomainEvent event, Events events) {
        if (event instanceof Audited audited) {
            log.append(audited.audited(), clock.instant());
        }
    }
}
