package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.Map;

/** Somebody registered an address; nothing is proved yet. */
public record Registered(UserId user) implements Audited, AccountChanged {

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "user.registered", "user", user.value(), Map.of(), Map.of());
    }
}
