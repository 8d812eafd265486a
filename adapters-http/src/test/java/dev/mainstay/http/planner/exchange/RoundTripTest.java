package dev.mainstay.http.planner.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.application.planner.ImportCandidate.Usable;
import dev.mainstay.domain.entity.Version;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.Label;
import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.Revision;
import dev.mainstay.domain.planner.Task;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was exported is read again as it was, whatever it says: a property, over tasks made from seeds. */
class RoundTripTest {

    private static final List<String> HARD = List.of(
            "a",
            "Z",
            " ",
            ",",
            ";",
            "\\",
            "\\n",
            "\"",
            ":",
            "'",
            "=",
            "+",
            "-",
            "@",
            "^",
            "é",
            "ß",
            "漢",
            "🏠",
            "BEGIN:VTODO",
            "END:VCALENDAR",
            "n",
            "0",
            "&",
            "%",
            "\u00a0",
            "|");
    private static final List<String> ZONES =
            List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Etc/GMT+5");

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_calendar_is_read_as_it_was_written(int seed) {
        var task = task(new Random(seed));
        var writer = new CalendarWriter();
        String file = file(task, writer);

        assertThat(file.lines().map(line -> line.getBytes(UTF_8).length)).allMatch(length -> length <= 75);
        var read = CalendarReader.read(new StringReader(file), ZoneId.of("Pacific/Auckland"), 10);
        assertThat(read).hasSize(1).first().isInstanceOf(Usable.class);
        var item = (Usable) read.getFirst();
        assertSame(item, task);
        assertThat(item.revision()).isEqualTo(task.revision());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_table_is_read_as_it_was_written(int seed) {
        var task = task(new Random(seed));
        String file = file(task, new TableWriter());

        assertThat(file.lines().skip(1)).noneMatch(line -> line.matches("[=+@-].*"));
        var read = TableReader.read(new StringReader(file), 10);
        assertThat(read).hasSize(1).first().isInstanceOf(Usable.class);
        assertSame((Usable) read.getFirst(), task);
    }

    private static void assertSame(Usable item, Task task) {
        assertThat(item.content()).isEqualTo(task.content());
        assertThat(item.uid()).isEqualTo(task.uid());
        assertThat(item.done()).isEqualTo(task.done());
        assertThat(item.doneAt()).isEqualTo(task.doneAt());
    }

    private static String file(Task task, TaskWriter writer) {
        try (var stream = TaskFile.stream(List.of(List.of(task)).iterator(), writer)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Task task(Random random) {
        TaskTime start = time(random, 0);
        TaskTime due = start == null ? time(random, 1) : start.at(start.local().plusDays(random.nextInt(3)));
        Recurrence recurrence = (start == null && due == null) || random.nextBoolean()
                ? null
                : new Recurrence(
                        "FREQ=WEEKLY;BYDAY=MO,WE",
                        random.nextBoolean() ? RepeatMode.FIXED : RepeatMode.AFTER_COMPLETION,
                        except(start == null ? due : start, random));
        var content = new TaskContent(
                new TaskTitle(line(random, 40)),
                new TaskNotes(random.nextBoolean() ? "" : line(random, 200) + "\n\n\t" + line(random, 90)),
                new Labels(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> new Label(line(random, 12)))
                        .toList()),
                random.nextBoolean() ? null : new ProjectName(line(random, 20)),
                List.of(Priority.values()).get(random.nextInt(4)),
                start,
                due,
                time(random, 2),
                recurrence);
        Instant now = Instant.parse("2026-03-01T12:00:00Z").plusSeconds(random.nextInt(1_000_000));
        return new Task(
                new TaskId(new UUID(7, random.nextLong())),
                new UserId(new UUID(7, 1)),
                Version.FIRST,
                random.nextBoolean() ? line(random, 30) : "0197a1de@example.org",
                new Revision(random.nextInt(9), now),
                content,
                null,
                1,
                random.nextBoolean() ? null : now.truncatedTo(ChronoUnit.SECONDS),
                null,
                now);
    }

    private static List<LocalDateTime> except(@Nullable TaskTime anchor, Random random) {
        return anchor == null || random.nextBoolean()
                ? List.of()
                : List.of(anchor.local().plusWeeks(1), anchor.local().plusWeeks(2));
    }

    private static @Nullable TaskTime time(Random random, int salt) {
        var date = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
        return switch (random.nextInt(3 + salt % 2)) {
            case 0 -> null;
            case 1 -> new TaskTime.AllDay(date);
            default ->
                TaskTime.zoned(
                        date.atTime(random.nextInt(24), random.nextInt(60), random.nextInt(60)),
                        ZONES.get(random.nextInt(ZONES.size())));
        };
    }

    private static String line(Random random, int longest) {
        String text = IntStream.range(0, 1 + random.nextInt(longest))
                .mapToObj(i -> HARD.get(random.nextInt(HARD.size())))
                .collect(Collectors.joining());
        String fit = text.substring(0, Math.min(longest, text.length()))
                .replaceAll("[\\ud800-\\udfff]$", "")
                .strip();
        return fit.isEmpty() || fit.equals("\u00a0") ? "x" : fit;
    }
}
