package dev.mainstay.http.planner.exchange;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.domain.refusal.Invalid;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of a calendar file, one after the other, as lenient as it can: several calendars in one file, components outside of
 * any calendar, missing ENDs and broken lines. Every component is accounted for: as a task, or as skipped and why.
 */
public final class CalendarReader {

    private static final Set<String> NO_TASKS = Set.of("REPLY", "REFRESH", "COUNTER", "DECLINECOUNTER", "CANCEL");

    /** No item has nearly so many that matter. */
    private static final int MOST_PROPERTIES = 1_000;

    private CalendarReader() {}

    /**
     * The items of a file.
     *
     * @param floating where times without a zone are meant
     * @param most after so many items the rest is not read
     * @throws Invalid if there is no component at all, so that it is no calendar
     */
    public static List<ImportCandidate> read(Reader file, ZoneId floating, int most) {
        var items = new Items(floating, most);
        // Folding as in 2.0 even where no VERSION says so: fragments have none.
        try (var reader = new VObjectReader(fromFirstLine(file), new SyntaxRules(SyntaxStyle.NEW))) {
            reader.parse(items);
        } catch (IOException unreadable) {
            throw new Invalid("body", "unreadable", "cannot be read as text: " + unreadable.getMessage());
        }
        return items.all();
    }

    /** An empty line at the very beginning would end the file for the parser. */
    private static Reader fromFirstLine(Reader file) throws IOException {
        var lines = new BufferedReader(file);
        int character;
        do {
            lines.mark(1);
            character = lines.read();
        } while (Character.isWhitespace(character));
        if (character >= 0) {
            lines.reset();
        }
        return lines;
    }

    /** Gathers the properties of each item and of the first alarm in it. */
    private static final class Items implements VObjectDataListener {
        private final Zones zones = new Zones();
        private final CalendarTimes times;
        private final int most;
        private final List<ImportCandidate> found = new ArrayList<>();
        private boolean calendar;
        private String method = "";
        private @Nullable String zone;
        private @Nullable String kind;
        private int depth;
        private boolean alarmRead;
        private List<VObjectProperty> properties = new ArrayList<>();
        private List<VObjectProperty> alarm = new ArrayList<>();

        Items(ZoneId floating, int most) {
            this.times = new CalendarTimes(zones, floating);
            this.most = most;
        }

        List<ImportCandidate> all() {
            if (kind != null) {
                skip("not_closed", "The file ends in the middle of it; END:" + Excerpt.of(kind) + " is missing.");
            }
            if (!calendar && found.isEmpty()) {
                throw new Invalid("body", "not_a_calendar", "must be an iCalendar file; it has no BEGIN:VCALENDAR");
            }
            return found;
        }

        @Override
        public void onComponentBegin(String name, Context context) {
            String component = name.toUpperCase(Locale.ROOT);
            if (component.equals("VCALENDAR")) {
                closeUnfinished();
                calendar = true;
                method = "";
            } else if (component.equals("VTIMEZONE")) {
                closeUnfinished();
                zone = "";
            } else if (zone == null) {
                beginItem(component);
            }
        }

        private void beginItem(String component) {
            if (kind != null
                    && Set.of("VTODO", "VEVENT", "VJOURNAL", "VFREEBUSY").contains(component)) {
                closeUnfinished();
            }
            if (kind == null) {
                kind = component;
                depth = 0;
                alarmRead = false;
                properties = new ArrayList<>();
                alarm = new ArrayList<>();
            } else {
                depth++;
            }
        }

        private void closeUnfinished() {
            if (kind != null) {
                skip(
                        "not_closed",
                        "Another component begins in the middle of it; END:" + Excerpt.of(kind) + " is missing.");
                kind = null;
            }
        }

        @Override
        public void onProperty(VObjectProperty property, Context context) {
            String name = property.getName().toUpperCase(Locale.ROOT);
            if (zone != null) {
                readZone(name, property.getValue());
            } else if (kind == null) {
                method = name.equals("METHOD") ? property.getValue().strip().toUpperCase(Locale.ROOT) : method;
            } else if (CalendarTask.READ.contains(name) && properties.size() + alarm.size() <= MOST_PROPERTIES) {
                if (depth == 0) {
                    properties.add(property);
                } else if (!alarmRead) {
                    alarm.add(property);
                }
            }
        }

        private void readZone(String name, String value) {
            if (name.equals("TZID")) {
                zone = value;
            } else if (name.equals("X-LIC-LOCATION") && zone != null) {
                zones.define(zone, value);
            }
        }

        @Override
        public void onComponentEnd(String name, Context context) {
            String component = name.toUpperCase(Locale.ROOT);
            if (component.equals("VTIMEZONE")) {
                zone = null;
            } else if (component.equals("VCALENDAR")) {
                closeUnfinished();
                method = "";
            } else if (kind != null && depth > 0) {
                depth--;
                alarmRead = true;
            } else if (component.equals(kind)) {
                finish();
                kind = null;
            }
            if (found.size() > most) {
                context.stop();
            }
        }

        private void finish() {
            var task = new CalendarTask(times, properties, alarm);
            if (!"VTODO".equals(kind)) {
                skip("not_a_task", "Only VTODO components are tasks.");
            } else if (properties.size() > MOST_PROPERTIES) {
                skip("too_many_properties", "It has more than " + MOST_PROPERTIES + " properties.");
            } else if (NO_TASKS.contains(method)) {
                skip(
                        "method_" + method.toLowerCase(Locale.ROOT),
                        "It is a message about a task (METHOD:" + method + "), not a task.");
            } else if (task.has("RECURRENCE-ID")) {
                skip(
                        "single_occurrence",
                        "It changes one occurrence of a series, which is not supported; the series is imported.");
            } else if (task.cancelled()) {
                skip("cancelled", "It is cancelled.");
            } else {
                read(task);
            }
        }

        private void read(CalendarTask task) {
            try {
                String uid = task.text("UID")
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .orElseGet(() -> Uids.made("ics", properties.toString()));
                found.add(task.candidate(found.size() + 1, Uids.check(uid)));
            } catch (Invalid invalid) {
                skip(invalid.errors().getFirst().code(), invalid.getMessage());
            }
        }

        private void skip(String code, String why) {
            var task = new CalendarTask(times, properties, List.of());
            found.add(new ImportCandidate.Unusable(
                    found.size() + 1,
                    Excerpt.of(String.valueOf(kind)),
                    task.text("UID").map(Excerpt::of).orElse(null),
                    task.label(),
                    code,
                    why));
        }

        @Override
        public void onVersion(String value, Context context) {
            // 1.0 (vCalendar) is read like 2.0, as far as it goes.
        }

        @Override
        public void onWarning(
                Warning warning, @Nullable VObjectProperty property, @Nullable Exception cause, Context context) {
            // A broken line is left out; what is missing then shows in the item it belongs to.
        }
    }
}
