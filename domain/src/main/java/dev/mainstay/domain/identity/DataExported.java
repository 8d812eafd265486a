package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.Map;

/** A user took away a copy of everything that is theirs. */
public record DataExported(UserId user) implements Audited {

    @Override
    public AuditEntry audited() {
        return new AuditEntry(user.value(), "user.data_exported", "user", user.value(), Map.of(), Map.of());
    }
}
