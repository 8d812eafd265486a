package dev.mainstay.http.identity;

import dev.mainstay.domain.identity.ProfileChanges;
import dev.mainstay.domain.identity.Theme;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a profile; what is left out stays.
 *
 * @param name at most 100 characters
 * @param bio at most 2000 characters
 * @param theme how pages look
 * @param timeZone an IANA zone
 * @param locale a BCP 47 language tag
 * @param preferences settings to store by name; an empty text removes one
 */
@Serdeable
@Schema(example = """
        {"name":"Ann","timeZone":"Europe/Vienna","preferences":{"weekStart":"monday"}}""")
record ProfileChangesJson(
        @Nullable String name,
        @Nullable String bio,
        @Nullable Theme theme,
        @Nullable String timeZone,
        @Nullable String locale,
        @Nullable Map<String, @Nullable String> preferences) {

    ProfileChanges toChanges() {
        var settings = new HashMap<String, Optional<String>>();
        if (preferences != null) {
            preferences.forEach(
                    (key, value) -> settings.put(key, Optional.ofNullable(value).filter(text -> !text.isEmpty())));
        }
        return new ProfileChanges(
                Optional.ofNullable(name),
                Optional.ofNullable(bio),
                Optional.ofNullable(theme),
                Optional.ofNullable(timeZone).map(zone -> TimeZones.parse("timeZone", zone)),
                Optional.ofNullable(locale),
                settings);
    }
}
