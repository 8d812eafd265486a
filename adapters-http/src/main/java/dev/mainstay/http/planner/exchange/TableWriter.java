package dev.mainstay.http.planner.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.http.files.Cells;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes tasks as a table of the columns {@link #COLUMNS}, in UTF-8 with CRLF. */
public final class TableWriter implements TaskWriter {

    /** The columns, in the order in which they are written; a table that is read needs {@code title} and may have any of them. */
    public static final List<String> COLUMNS = List.of(
            "uid",
            "title",
            "notes",
            "labels",
            "project",
            "priority",
            "start",
            "due",
            "remind",
            "rule",
            "repeat",
            "except",
            "done");

    @Override
    public byte[] begin() {
        return rows(csv -> csv.writeRecord(COLUMNS));
    }

    @Override
    public byte[] tasks(List<Task> tasks) {
        return rows(csv -> tasks.forEach(
                task -> csv.writeRecord(cells(task).stream().map(Cells::protect).toList())));
    }

    @Override
    public byte[] end() {
        return new byte[0];
    }

    private static List<String> cells(Task task) {
        var content = task.content();
        var recurrence = content.recurrence();
        return List.of(
                task.uid(),
                content.title().value(),
                content.notes().value(),
                Cells.join(content.labels().values().stream().map(Label::value).toList()),
                content.project() == null ? "" : content.project().value(),
                content.priority().name(),
                time(content.start()),
                time(content.due()),
                time(content.remind()),
                recurrence == null ? "" : recurrence.rule(),
                recurrence == null ? "" : recurrence.mode().name(),
                recurrence == null
                        ? ""
                        : Cells.join(recurrence.except().stream()
                                .map(LocalDateTime::toString)
                                .toList()),
                task.doneAt() == null ? "" : task.doneAt().toString());
    }

    private static String time(@Nullable TaskTime time) {
        return time == null ? "" : time.text();
    }

    private static byte[] rows(Consumer<CsvWriter> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.accept(csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(UTF_8);
    }
}
