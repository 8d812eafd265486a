package dev.mainstay.http.identity;

import dev.mainstay.domain.refusal.Invalid;
import java.time.ZoneId;

/** Reads IANA time zones. */
final class TimeZones {

    static final ZoneId UTC = ZoneId.of("UTC");

    private TimeZones() {}

    static ZoneId parse(String field, String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Invalid(field, "unknown_time_zone", "must be an IANA time zone such as Europe/Vienna");
        }
        return ZoneId.of(name);
    }
}
