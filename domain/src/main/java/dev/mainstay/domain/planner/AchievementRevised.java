package dev.mainstay.domain.planner;

import dev.mainstay.domain.event.AuditEntry;
import dev.mainstay.domain.event.Audited;
import dev.mainstay.domain.identity.UserId;
import java.util.Map;
import java.util.UUID;

/** An administrator changed a definition. Awards that were given stay; whoever has reached a lower threshold gets theirs with the next step. */
public record AchievementRevised(UserId by, Achievement before, Achievement after)
        implements AchievementsRedefined, Audited {

    /** A code is no UUID, so the log knows the definition by the code's name-based one (RFC 9562, version 3). */
    @Override
    public AuditEntry audited() {
        return new AuditEntry(
                by.value(), "achievement.revised", "achievement", subject(after.code()), values(before), values(after));
    }

    private static UUID subject(AchievementCode code) {
        var ascii = new byte[code.value().length()];
        for (int i = 0; i < ascii.length; i++) {
            ascii[i] = (byte) code.value().charAt(i);
        }
        return UUID.nameUUIDFromBytes(ascii);
    }

    private static Map<String, String> values(Achievement achievement) {
        return Map.of(
                "code", achievement.code().value(),
                "title", achievement.title(),
                "threshold", Long.toString(achievement.threshold()));
    }
}
