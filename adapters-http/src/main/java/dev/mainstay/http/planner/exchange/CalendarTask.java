package dev.mainstay.http.planner.exchange;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Invalid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the properties of a VTODO say about a task. */
final class CalendarTask {

    /** The properties that are read, of a task and of its alarm. */
    static final Set<String> READ = Set.of(
            "UID",
            "SUMMARY",
            "DESCRIPTION",
            "CATEGORIES",
            "PRIORITY",
            "STATUS",
            "COMPLETED",
            "PERCENT-COMPLETE",
            "DTSTART",
            "DUE",
            "DURATION",
            "RRULE",
            "EXDATE",
            "RECURRENCE-ID",
            "LAST-MODIFIED",
            "DTSTAMP",
            "SEQUENCE",
            "TRIGGER",
            "X-MAINSTAY-PROJECT",
            "X-MAINSTAY-REPEAT",
            "X-MAINSTAY-REMIND");

    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private final CalendarTimes times;
    private final List<VObjectProperty> properties;
    private final List<VObjectProperty> alarm;

    /**
     * Reads a VTODO.
     *
     * @param alarm the properties of its first VALARM; empty without one
     */
    CalendarTask(CalendarTimes times, List<VObjectProperty> properties, List<VObjectProperty> alarm) {
        this.times = times;
        this.properties = properties;
        this.alarm = alarm;
    }

    /**
     * The task.
     *
     * @throws Invalid naming the property that makes it impossible
     */
    ImportCandidate.Usable candidate(int index, String uid) {
        @Nullable TaskTime start = time("DTSTART").orElse(null);
        @Nullable TaskTime due = time("DUE").orElse(null);
        if (due == null && start != null) {
            TaskTime from = start;
            due = find(properties, "DURATION")
                    .map(span -> times.plus(from, CalendarTimes.span(span)))
                    .orElse(null);
        }
        var content = new TaskContent(
                title(),
                new TaskNotes(Typed.text(clean(text("DESCRIPTION").orElse("")))),
                labels(),
                text("X-MAINSTAY-PROJECT")
                        .map(Typed::line)
                        .map(ProjectName::new)
                        .orElse(null),
                priority(),
                start,
                due,
                remind(start, due),
                recurrence(start != null ? start : due));
        @Nullable Instant doneAt = stamp("COMPLETED").orElse(null);
        return new ImportCandidate.Usable(index, "VTODO", uid, content, done(doneAt), doneAt, revision());
    }

    Optional<String> text(String name) {
        return find(properties, name).map(property -> VObjectPropertyValues.unescape(property.getValue()));
    }

    boolean has(String name) {
        return find(properties, name).isPresent();
    }

    /** For people, to tell which item is meant; may be anything. */
    @Nullable
    String label() {
        return text("SUMMARY").map(Excerpt::of).map(CalendarTask::oneLine).orElse(null);
    }

    boolean cancelled() {
        return status().equals("CANCELLED");
    }

    private TaskTitle title() {
        String title = Typed.line(oneLine(text("SUMMARY").orElse("")));
        return new TaskTitle(title.isEmpty() ? "Untitled" : title);
    }

    private Labels labels() {
        var labels = new ArrayList<Label>();
        for (VObjectProperty property : properties) {
            if (is(property, "CATEGORIES")) {
                VObjectPropertyValues.parseList(property.getValue()).stream()
                        .map(value -> Typed.line(oneLine(value)))
                        .filter(value -> !value.isEmpty())
                        .map(Label::new)
                        .forEach(labels::add);
            }
        }
        return new Labels(labels);
    }

    private Priority priority() {
        return text("PRIORITY")
                .filter(value -> value.strip().matches("\\d"))
                .map(value -> Priority.ofCalendarValue(Integer.parseInt(value.strip())))
                .orElse(Priority.NONE);
    }

    private boolean done(@Nullable Instant completed) {
        return switch (status()) {
            case "COMPLETED" -> true;
            case "NEEDS-ACTION", "IN-PROCESS" -> false;
            default ->
                completed != null
                        || text("PERCENT-COMPLETE").filter("100"::equals).isPresent();
        };
    }

    private String status() {
        return text("STATUS")
                .map(status -> status.strip().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private @Nullable Revision revision() {
        Optional<Instant> modified = stamp("LAST-MODIFIED").or(() -> stamp("DTSTAMP"));
        int sequence = text("SEQUENCE")
                .filter(value -> value.strip().matches("\\d{1,9}"))
                .map(value -> Integer.parseInt(value.strip()))
                .orElse(0);
        return modified.map(at -> new Revision(sequence, at)).orElse(null);
    }

    private @Nullable Recurrence recurrence(@Nullable TaskTime anchor) {
        Optional<VObjectProperty> rule = find(properties, "RRULE");
        if (rule.isEmpty()) {
            return null;
        }
        var except = new ArrayList<LocalDateTime>();
        for (VObjectProperty property : properties) {
            if (is(property, "EXDATE") && anchor != null) {
                times.times(property).forEach(time -> except.add(wallTime(time, anchor)));
            }
        }
        boolean afterCompletion = text("X-MAINSTAY-REPEAT")
                .filter(RepeatMode.AFTER_COMPLETION.name()::equals)
                .isPresent();
        return new Recurrence(
                rule.get().getValue().strip(),
                afterCompletion ? RepeatMode.AFTER_COMPLETION : RepeatMode.FIXED,
                except);
    }

    /** The same moment on the clock of the place where the task is. */
    private static LocalDateTime wallTime(TaskTime time, TaskTime anchor) {
        if (anchor instanceof TaskTime.Zoned place && time instanceof TaskTime.Zoned zoned) {
            ZoneId zone = place.zone();
            return zoned.zone().equals(zone) ? zoned.local() : LocalDateTime.ofInstant(zoned.instant(), zone);
        }
        return anchor instanceof TaskTime.AllDay
                ? time.local().toLocalDate().atStartOfDay()
                : time.local().toLocalDate().atTime(anchor.local().toLocalTime());
    }

    /** The alarm as a time; what it is relative to may not be there, and then there is nothing to remind of. */
    private @Nullable TaskTime remind(@Nullable TaskTime start, @Nullable TaskTime due) {
        Optional<TaskTime> exact = time("X-MAINSTAY-REMIND");
        Optional<VObjectProperty> trigger = find(alarm, "TRIGGER");
        if (exact.isPresent() || trigger.isEmpty()) {
            return exact.orElse(null);
        }
        VObjectProperty property = trigger.get();
        if (!property.getValue().strip().matches("(?i)[+-]?P.*")) {
            return times.time(property);
        }
        boolean end = "END".equalsIgnoreCase(property.getParameters().first("RELATED"));
        TaskTime base = end || start == null ? due : start;
        return base == null ? null : times.plus(base, CalendarTimes.span(property));
    }

    private Optional<TaskTime> time(String name) {
        return find(properties, name).map(times::time);
    }

    private Optional<Instant> stamp(String name) {
        return find(properties, name).map(times::instant);
    }

    private static Optional<VObjectProperty> find(List<VObjectProperty> properties, String name) {
        return properties.stream().filter(property -> is(property, name)).findFirst();
    }

    private static boolean is(VObjectProperty property, String name) {
        return name.equalsIgnoreCase(property.getName());
    }

    private static String oneLine(String text) {
        return UNFIT.matcher(text).replaceAll(" ").replaceAll("[\\n\\t]+", " ");
    }

    private static String clean(String text) {
        return UNFIT.matcher(Typed.text(text)).replaceAll("");
    }
}
