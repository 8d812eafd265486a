package dev.mainstay.http.planner.exchange;

import dev.mainstay.domain.refusal.Invalid;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which IANA zone a TZID means: calendars write {@code US-Eastern}, {@code /vendor/Europe/Berlin}, {@code W. Europe Standard Time}. */
final class Zones {

    private static final Set<String> IANA = ZoneId.getAvailableZoneIds();
    private static final Map<String, String> BY_LOWER_CASE =
            IANA.stream().collect(Collectors.toMap(id -> id.toLowerCase(Locale.ROOT), id -> id, (a, b) -> a));

    /** Names that Windows and Outlook use (CLDR windowsZones), those that are met most. */
    private static final Map<String, String> WINDOWS = Map.ofEntries(
            Map.entry("utc", "UTC"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("e. europe standard time", "Europe/Chisinau"),
            Map.entry("fle standard time", "Europe/Kiev"),
            Map.entry("gtb standard time", "Europe/Bucharest"),
            Map.entry("turkey standard time", "Europe/Istanbul"),
            Map.entry("russian standard time", "Europe/Moscow"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("us mountain standard time", "America/Phoenix"),
            Map.entry("pacific standard time", "America/Los_Angeles"),
            Map.entry("alaskan standard time", "America/Anchorage"),
            Map.entry("hawaiian standard time", "Pacific/Honolulu"),
            Map.entry("e. south america standard time", "America/Sao_Paulo"),
            Map.entry("india standard time", "Asia/Kolkata"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("korea standard time", "Asia/Seoul"),
            Map.entry("singapore standard time", "Asia/Singapore"),
            Map.entry("arabian standard time", "Asia/Dubai"),
            Map.entry("israel standard time", "Asia/Jerusalem"),
            Map.entry("south africa standard time", "Africa/Johannesburg"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("new zealand standard time", "Pacific/Auckland"));

    private final Map<String, String> locations = new HashMap<>();

    /** Remembers what a VTIMEZONE says about itself. */
    void define(String tzid, String location) {
        locations.put(tzid, location);
    }

    ZoneId zone(String tzid) {
        return Stream.of(tzid, locations.getOrDefault(tzid, tzid))
                .flatMap(name -> find(name).stream())
                .findFirst()
                .map(ZoneId::of)
                .orElseThrow(() -> new Invalid(
                        "TZID",
                        "unknown_time_zone",
                        "\"" + Excerpt.of(tzid) + "\" is no time zone that is known; use an IANA zone"));
    }

    private static Optional<String> find(String tzid) {
        String name = tzid.strip().toLowerCase(Locale.ROOT);
        String dashes = name.replace('-', '/');
        return Stream.concat(
                        Stream.of(name, dashes).map(BY_LOWER_CASE::get),
                        Stream.concat(Stream.of(WINDOWS.get(name)), endings(name)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A globally unique TZID begins with a slash and its maker and often ends with the IANA zone. */
    private static Stream<String> endings(String name) {
        if (!name.startsWith("/")) {
            return Stream.empty();
        }
        return Stream.iterate(name, rest -> rest.indexOf('/') >= 0, rest -> rest.substring(rest.indexOf('/') + 1))
                .map(rest -> rest.substring(rest.indexOf('/') + 1))
                .map(BY_LOWER_CASE::get);
    }
}
