package dev.mainstay.http.identity;

import dev.mainstay.application.identity.ProfileCard;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.Theme;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's profile, for the user's own eyes.
 *
 * @param id the user's id
 * @param email the verified address
 * @param name how others see the user
 * @param bio what the user tells about themselves
 * @param theme how pages look
 * @param timeZone an IANA zone
 * @param locale a BCP 47 language tag
 * @param preferences settings of the user's own, by name
 * @param status what the account may do
 * @param roles what the user is
 * @param registeredAt when the account was made
 * @param deletionDue when all of this is removed; absent unless the user asked for it
 * @param version the version that ETag names
 */
@Serdeable
@Schema(
        requiredProperties = {
            "id",
            "email",
            "name",
            "bio",
            "theme",
            "timeZone",
            "locale",
            "preferences",
            "status",
            "roles",
            "registeredAt",
            "version"
        },
        example = """
                {"id":"0197a1de-0000-7000-8000-000000000001","email":"ann@example.org","name":"Ann","bio":"",\
                "theme":"SYSTEM","timeZone":"Europe/Vienna","locale":"de-AT","preferences":{"weekStart":"monday"},\
                "status":"ACTIVE","roles":["STUDENT"],"registeredAt":"2026-03-01T10:00:00Z","version":1}""")
record ProfileJson(
        UUID id,
        String email,
        String name,
        String bio,
        Theme theme,
        String timeZone,
        String locale,
        Map<String, String> preferences,
        AccountStatus status,
        List<Role> roles,
        Instant registeredAt,
        @Nullable Instant deletionDue,
        long version) {

    static ProfileJson from(ProfileCard card) {
        return new ProfileJson(
                card.user().value(),
                card.email(),
                card.name(),
                card.bio(),
                card.theme(),
                card.timeZone().getId(),
                card.locale(),
                card.preferences(),
                card.status(),
                card.roles(),
                card.registeredAt(),
                card.deletionDue().orElse(null),
                card.version());
    }

    /** Status, roles and deletion change without the profile's version. */
    String etag() {
        return Etags.of(new Version(version), List.of(status, roles, String.valueOf(deletionDue)));
    }
}
