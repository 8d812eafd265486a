package dev.mainstay.domain.event;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to what (H1). Secrets, codes, tokens and private text never stand in it.
 *
 * @param actor the user who did it; null for the system and for nobody known
 * @param action what was done, dotted and in the past tense: {@code role.granted}
 * @param subjectType the kind of thing it was done to, such as {@code user}
 * @param subject the thing's id
 * @param before the values that changed, as they were; empty for a creation
 * @param after the values that changed, as they are; empty for a removal
 */
public record AuditEntry(
        @Nullable UUID actor,
        String action,
        String subjectType,
        UUID subject,
        Map<String, String> before,
        Map<String, String> after) {

    public AuditEntry {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
