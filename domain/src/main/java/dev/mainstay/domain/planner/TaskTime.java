package dev.mainstay.domain.planner;

import dev.mainstay.domain.refusal.Invalid;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * When something is, as a person says it: a whole day, or what the clock on the wall shows in a place. The wall time is the
 * fact and the instant follows from it, so a change of the zone's rules moves the instant and not the appointment.
 */
public sealed interface TaskTime {

    /** The wall time; midnight for a whole day. */
    LocalDateTime local();

    /**
     * Where it stands on the time line, for sorting and filtering; a whole day stands at its midnight in UTC. As RFC 5545
     * (section 3.3.5) has it, a wall time that a clock change skips is read with the offset before the change, and
     * one that happens twice is the first of the two.
     */
    Instant instant();

    /** {@code 2026-03-01} or {@code 2026-03-01T09:00:00[Europe/Berlin]}; {@link #parse} reads it. */
    String text();

    /** The same kind of time, in the same place, at another wall time. */
    TaskTime at(LocalDateTime other);

    /** The whole of a day, wherever one is. */
    record AllDay(LocalDate date) implements TaskTime {
        public AllDay {
            requireYear(date.getYear());
        }

        @Override
        public LocalDateTime local() {
            return date.atStartOfDay();
        }

        @Override
        public Instant instant() {
            return local().toInstant(ZoneOffset.UTC);
        }

        @Override
        public String text() {
            return date.toString();
        }

        @Override
        public AllDay at(LocalDateTime other) {
            return new AllDay(other.toLocalDate());
        }
    }

    /**
     * A wall time in a place, to the second.
     *
     * @param zone a region of the IANA database, or UTC; never a bare offset, for it has no clock changes
     */
    record Zoned(LocalDateTime local, ZoneId zone) implements TaskTime {
        public Zoned {
            local = local.truncatedTo(ChronoUnit.SECONDS);
            requireYear(local.getYear());
            if (zone instanceof ZoneOffset) {
                throw new Invalid("zone", "not_a_zone", "must be an IANA zone such as Europe/Berlin or UTC");
            }
        }

        /** Java's own rule for both gap and overlap gives the instants that RFC 5545 asks for. */
        @Override
        public Instant instant() {
            return local.atZone(zone).toInstant();
        }

        @Override
        public String text() {
            return local + "[" + zone.getId() + ']';
        }

        @Override
        public Zoned at(LocalDateTime other) {
            return new Zoned(other, zone);
        }
    }

    /** A time in a zone that is given by name. */
    static Zoned zoned(LocalDateTime local, String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Invalid("zone", "unknown_zone", "must be an IANA zone such as Europe/Berlin or UTC");
        }
        return new Zoned(local, ZoneId.of(zone));
    }

    /** Reads what {@link #text} has written. */
    static TaskTime parse(String field, String text) {
        try {
            int zone = text.indexOf('[');
            return zone < 0
                    ? new AllDay(LocalDate.parse(text))
                    : zoned(LocalDateTime.parse(text.substring(0, zone)), text.substring(zone + 1, text.length() - 1));
        } catch (DateTimeException malformed) {
            throw new Invalid(
                    field,
                    "malformed",
                    "must be a date such as 2026-03-01 or a time such as 2026-03-01T09:00[Europe/Berlin]");
        }
    }

    private static void requireYear(int year) {
        if (year < 1 || year > 9999) {
            throw new Invalid("date", "out_of_range", "must be in the years 1 to 9999, was " + year);
        }
    }
}
