package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.Map;

/** The owner of a mailbox proved to be one. */
public record EmailVerified(UserId user, EmailAddress email) implements Audited, AccountChanged {

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "user.verified", "user", user.value(), Map.of(), Map.of());
    }
}
