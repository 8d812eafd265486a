package dev.mainstay.domain.identity;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a user wants different in their profile; empty fields stay as they are.
 *
 * @param preferences those to set, and with an empty value those to remove; others stay
 */
public record ProfileChanges(
        Optional<String> name,
        Optional<String> bio,
        Optional<Theme> theme,
        Optional<ZoneId> timeZone,
        Optional<String> locale,
        Map<String, Optional<String>> preferences) {

    public static final ProfileChanges NONE = new ProfileChanges(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public ProfileChanges {
        preferences = Map.copyOf(preferences);
    }
}
