package dev.mainstay.http.identity;

import dev.mainstay.domain.refusal.Invalid;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Reads IANA time zones. */
final class TimeZones {

    private TimeZones() {}

    static ZoneId parse(String field, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new Invalid(field, "unknown_time_zone", "must be an IANA time zone such as Europe/Vienna");
        }
    }
}
