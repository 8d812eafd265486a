package dev.mainstay.domain.event;

/** An event that the audit log must remember, in the same transaction (H1). */
public interface Audited extends DomainEvent {
    AuditEntry audited();
}
