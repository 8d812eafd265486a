package dev.mainstay.http.planner.exchange;

import dev.mainstay.application.planner.ImportCandidate;
import dev.mainstay.application.text.Typed;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import dev.mainstay.domain.refusal.Invalid;
import dev.mainstay.http.files.Cells;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cells of a row say about a task. */
final class TableRow {

    private final Map<String, String> cells;

    private TableRow(Map<String, String> cells) {
        this.cells = cells;
    }

    static ImportCandidate.Usable candidate(int index, String uid, Map<String, String> cells) {
        return new TableRow(cells).candidate(index, uid);
    }

    private ImportCandidate.Usable candidate(int index, String uid) {
        String project = Typed.line(cell("project"));
        var content = new TaskContent(
                new TaskTitle(Typed.line(cell("title"))),
                new TaskNotes(Typed.text(cell("notes"))),
                new Labels(Cells.split(cell("labels")).stream()
                        .map(Typed::line)
                        .map(Label::new)
                        .toList()),
                project.isEmpty() ? null : new ProjectName(project),
                word(Priority.class, "priority", Priority.NONE),
                time("start"),
                time("due"),
                time("remind"),
                recurrence());
        String done = cell("done").strip().toLowerCase(Locale.ROOT);
        return switch (done) {
            case "", "no", "false", "0" -> new ImportCandidate.Usable(index, "row", uid, content, false, null, null);
            case "yes", "true", "1", "x" -> new ImportCandidate.Usable(index, "row", uid, content, true, null, null);
            default -> new ImportCandidate.Usable(index, "row", uid, content, true, instant(done), null);
        };
    }

    private @Nullable Recurrence recurrence() {
        String rule = cell("rule").strip();
        return rule.isEmpty()
                ? null
                : new Recurrence(
                        rule,
                        word(RepeatMode.class, "repeat", RepeatMode.FIXED),
                        Cells.split(cell("except")).stream().map(this::local).toList());
    }

    private @Nullable TaskTime time(String column) {
        String cell = cell(column).strip();
        return cell.isEmpty() ? null : TaskTime.parse(column, cell);
    }

    private LocalDateTime local(String text) {
        try {
            return LocalDateTime.parse(text.strip());
        } catch (DateTimeException malformed) {
            throw new Invalid("except", "malformed", "must be times such as 2026-03-01T09:00, separated by ;");
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException malformed) {
            throw new Invalid("done", "malformed", "must be yes, no, or an instant such as 2026-03-01T09:00:00Z");
        }
    }

    private <E extends Enum<E>> E word(Class<E> words, String column, E otherwise) {
        String cell = cell(column).strip().toUpperCase(Locale.ROOT);
        if (cell.isEmpty()) {
            return otherwise;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(cell))
                .findAny()
                .orElseThrow(
                        () -> new Invalid(column, "unknown", "must be one of " + List.of(words.getEnumConstants())));
    }

    private String cell(String column) {
        return cells.getOrDefault(column, "");
    }
}
