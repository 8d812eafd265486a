package dev.mainstay.http.planner.exchange;

import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes one calendar of VTODOs, part by part. A zone's VTIMEZONE comes before the first task that names it. What RFC 5545 has
 * no word for stands in X-MAINSTAY properties, so that {@link CalendarReader} reads back what was written.
 */
public final class CalendarWriter implements TaskWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Set<ZoneId> known = new HashSet<>();

    @Override
    public byte[] begin() {
        return new ContentLines()
                .raw("BEGIN", "VCALENDAR")
                .raw("VERSION", "2.0")
                .raw("PRODID", "-//Mainstay//Tasks//EN")
                .bytes();
    }

    @Override
    public byte[] end() {
        return new ContentLines().raw("END", "VCALENDAR").bytes();
    }

    @Override
    public byte[] tasks(List<Task> tasks) {
        var lines = new ContentLines();
        for (Task task : tasks) {
            var content = task.content();
            zone(lines, content.start());
            zone(lines, content.due());
            zone(lines, content.remind());
            write(lines, task);
        }
        return lines.bytes();
    }

    private void zone(ContentLines lines, @Nullable TaskTime time) {
        if (time instanceof TaskTime.Zoned zoned && !isUtc(zoned.zone()) && known.add(zoned.zone())) {
            ZoneComponent.write(zoned.zone(), lines);
        }
    }

    private static void write(ContentLines lines, Task task) {
        var content = task.content();
        lines.raw("BEGIN", "VTODO")
                .text("UID", task.uid())
                .raw("DTSTAMP", utc(task.revision().at()))
                .raw("CREATED", utc(task.createdAt()))
                .raw("LAST-MODIFIED", utc(task.revision().at()))
                .raw("SEQUENCE", Integer.toString(task.revision().sequence()))
                .text("SUMMARY", content.title().value());
        if (!content.notes().value().isEmpty()) {
            lines.text("DESCRIPTION", content.notes().value());
        }
        if (!content.labels().values().isEmpty()) {
            lines.raw(
                    "CATEGORIES",
                    content.labels().values().stream()
                            .map(Label::value)
                            .map(ContentLines::escape)
                            .collect(Collectors.joining(",")));
        }
        if (content.project() != null) {
            lines.text("X-MAINSTAY-PROJECT", content.project().value());
        }
        lines.raw("PRIORITY", Integer.toString(content.priority().calendarValue()));
        status(lines, task.doneAt());
        time(lines, "DTSTART", content.start());
        time(lines, "DUE", content.due());
        recurrence(lines, content.recurrence(), content.anchor().orElse(null));
        alarm(lines, content.title().value(), content.remind());
        lines.raw("END", "VTODO");
    }

    private static void status(ContentLines lines, @Nullable Instant doneAt) {
        if (doneAt == null) {
            lines.raw("STATUS", "NEEDS-ACTION");
        } else {
            lines.raw("STATUS", "COMPLETED").raw("COMPLETED", utc(doneAt)).raw("PERCENT-COMPLETE", "100");
        }
    }

    private static void recurrence(ContentLines lines, @Nullable Recurrence recurrence, @Nullable TaskTime anchor) {
        if (recurrence == null) {
            return;
        }
        lines.raw("RRULE", recurrence.rule());
        for (LocalDateTime except : recurrence.except()) {
            time(lines, "EXDATE", Objects.requireNonNull(anchor, "repeats from").at(except));
        }
        if (recurrence.mode() == RepeatMode.AFTER_COMPLETION) {
            lines.raw("X-MAINSTAY-REPEAT", RepeatMode.AFTER_COMPLETION.name());
        }
    }

    /** The alarm rings at the instant; the property keeps what the clock on the wall shows. */
    private static void alarm(ContentLines lines, String title, @Nullable TaskTime remind) {
        if (remind == null) {
            return;
        }
        time(lines, "X-MAINSTAY-REMIND", remind);
        lines.raw("BEGIN", "VALARM")
                .raw("ACTION", "DISPLAY")
                .text("DESCRIPTION", title)
                .raw("TRIGGER;VALUE=DATE-TIME", utc(remind.instant()))
                .raw("END", "VALARM");
    }

    private static void time(ContentLines lines, String name, @Nullable TaskTime time) {
        switch (time) {
            case null -> {}
            case TaskTime.AllDay day -> lines.raw(name + ";VALUE=DATE", DATE.format(day.date()));
            case TaskTime.Zoned zoned
            when isUtc(zoned.zone()) -> lines.raw(name, ZoneComponent.LOCAL.format(zoned.local()) + 'Z');
            case TaskTime.Zoned zoned ->
                lines.raw(name + ";TZID=" + zoned.zone().getId(), ZoneComponent.LOCAL.format(zoned.local()));
        }
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.equals(CalendarTimes.UTC);
    }

    private static String utc(Instant instant) {
        return UTC_TIME.format(instant);
    }
}
