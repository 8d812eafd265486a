package dev.mainstay.http.planner.exchange;

import com.github.mangstadt.vinnie.VObjectProperty;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.refusal.Invalid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DATE, DATE-TIME in its three forms, and DURATION (RFC 5545, 3.3.4 to 3.3.6). */
final class CalendarTimes {

    private static final Pattern TIME =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt](\\d{2})(\\d{2})(\\d{2})?([Zz])?)?");
    private static final Pattern SPAN = Pattern.compile(
            "([+-]?)P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?(?:T(?:(\\d{1,7})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?");
    static final ZoneId UTC = ZoneId.of("UTC");

    private final Zones zones;
    private final ZoneId floating;

    /**
     * Reads the times of a file.
     *
     * @param floating where times without a zone are meant
     */
    CalendarTimes(Zones zones, ZoneId floating) {
        this.zones = zones;
        this.floating = floating;
    }

    /** A span of nominal days and exact time, which are not the same where clocks change. */
    record Span(Period days, Duration time) {}

    TaskTime time(VObjectProperty property) {
        return time(property, property.getValue());
    }

    /** The comma-separated times of an EXDATE. */
    List<TaskTime> times(VObjectProperty property) {
        var times = new ArrayList<TaskTime>();
        for (String value : property.getValue().split(",", Recurrence.MOST_EXCEPTIONS + 2)) {
            times.add(time(property, value));
        }
        return times;
    }

    private TaskTime time(VObjectProperty property, String value) {
        Matcher parts = TIME.matcher(value.strip());
        if (!parts.matches()) {
            throw malformed(property);
        }
        try {
            LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (parts.group(4) == null) {
                return new TaskTime.AllDay(date);
            }
            LocalDateTime local = date.atTime(number(parts, 4), number(parts, 5), Math.min(59, number(parts, 6)));
            return new TaskTime.Zoned(local, parts.group(7) == null ? zone(property) : UTC);
        } catch (DateTimeException outOfRange) {
            throw malformed(property);
        }
    }

    private ZoneId zone(VObjectProperty property) {
        @Nullable String tzid = property.getParameters().first("TZID");
        return tzid == null ? floating : zones.zone(tzid);
    }

    /** A stamp such as LAST-MODIFIED, which is in UTC whether it says so or not. */
    Instant instant(VObjectProperty property) {
        return switch (time(property)) {
            case TaskTime.Zoned zoned when property.getParameters().first("TZID") != null -> zoned.instant();
            case TaskTime other -> other.local().toInstant(ZoneOffset.UTC);
        };
    }

    static Span span(VObjectProperty property) {
        Matcher parts = SPAN.matcher(property.getValue().strip());
        if (!parts.matches()) {
            throw malformed(property);
        }
        int sign = parts.group(1).equals("-") ? -1 : 1;
        return new Span(
                Period.ofDays(sign * (7 * number(parts, 2) + number(parts, 3))),
                Duration.ofHours(number(parts, 4))
                        .plusMinutes(number(parts, 5))
                        .plusSeconds(number(parts, 6))
                        .multipliedBy(sign));
    }

    /** A time and a span later; a whole day stays one unless the span has hours. */
    TaskTime plus(TaskTime from, Span span) {
        if (from instanceof TaskTime.AllDay day && span.time().isZero()) {
            return new TaskTime.AllDay(day.date().plus(span.days()));
        }
        ZoneId zone = from instanceof TaskTime.Zoned zoned ? zoned.zone() : floating;
        ZonedDateTime later = from.local().plus(span.days()).atZone(zone).plus(span.time());
        return new TaskTime.Zoned(later.toLocalDateTime(), zone);
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static Invalid malformed(VObjectProperty property) {
        return new Invalid(
                String.valueOf(property.getName()),
                "malformed",
                "\"" + Excerpt.of(property.getValue()) + "\" cannot be read");
    }
}
