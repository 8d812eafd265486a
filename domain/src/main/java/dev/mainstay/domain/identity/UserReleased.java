package dev.mainstay.domain.identity;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import java.util.Map;

/** An administrator opened a suspended account again. */
public record UserReleased(UserId user, UserId by) implements Audited, AccountChanged {

    @Override
    public AuditEntry audited() {
        return new AuditEntry(by.value(), "user.released", "user", user.value(), Map.of(), Map.of());
    }
}
