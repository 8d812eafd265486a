package dev.mainstay.bootstrap.demo;

import dev.mainstay.domain.planner.Labels;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.planner.ProjectName;
import dev.mainstay.domain.planner.Recurrence;
import dev.mainstay.domain.planner.RepeatMode;
import dev.mainstay.domain.planner.TaskContent;
import dev.mainstay.domain.planner.TaskNotes;
import dev.mainstay.domain.planner.TaskTime;
import dev.mainstay.domain.planner.TaskTitle;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody who studies, works and has a life writes down. */
final class DemoTasks {

    private DemoTasks() {}

    /** Something to do on some day. */
    record Idea(String title, String project, String label, Priority priority) {
        TaskContent due(LocalDate day, ZoneId zone) {
            return task(this, "", new TaskTime.Zoned(day.atTime(18, 0), zone), null);
        }
    }

    static List<Idea> ideas() {
        return List.of(
                new Idea("Read chapter on indexes", "Databases course", "study", Priority.MEDIUM),
                new Idea("Draft the introduction", "Thesis", "writing", Priority.HIGH),
                new Idea("Answer Kim's questions", "Team", "mail", Priority.LOW),
                new Idea("Exercise sheet", "Databases course", "study", Priority.HIGH),
                new Idea("Tidy up the literature list", "Thesis", "writing", Priority.LOW),
                new Idea("Prepare the weekly meeting", "Team", "work", Priority.MEDIUM),
                new Idea("Repair the bicycle", "Home", "errand", Priority.LOW),
                new Idea("Revise the methods section", "Thesis", "writing", Priority.HIGH),
                new Idea("Plan the summer trip", "Home", "fun", Priority.LOW));
    }

    /** From today on; some repeat. */
    static List<TaskContent> planned(LocalDate today, ZoneId zone) {
        return Stream.of(
                        task(
                                new Idea("Hand in the exercise sheet", "Databases course", "study", Priority.HIGH),
                                "Scan it first; the printer on the third floor works.",
                                new TaskTime.Zoned(today.atTime(20, 0), zone),
                                null),
                        task(
                                new Idea("Water the plants", "Home", "errand", Priority.LOW),
                                "",
                                new TaskTime.AllDay(today.plusDays(1)),
                                new Recurrence("FREQ=WEEKLY", RepeatMode.FIXED, List.of())),
                        task(
                                new Idea("Weekly review", "Life", "review", Priority.MEDIUM),
                                "What went well, what is next, what can go?",
                                new TaskTime.Zoned(today.plusDays(2).atTime(17, 0), zone),
                                new Recurrence("FREQ=WEEKLY", RepeatMode.FIXED, List.of())),
                        task(
                                new Idea("Send the thesis outline", "Thesis", "writing", Priority.HIGH),
                                "",
                                new TaskTime.Zoned(today.plusDays(5).atTime(12, 0), zone),
                                null),
                        task(new Idea("Learn to juggle", "Life", "someday", Priority.NONE), "", null, null))
                .toList();
    }

    private static TaskContent task(Idea idea, String notes, @Nullable TaskTime due, @Nullable Recurrence recurrence) {
        return new TaskContent(
                new TaskTitle(idea.title()),
                new TaskNotes(notes),
                Labels.of(idea.label()),
                new ProjectName(idea.project()),
                idea.priority(),
                null,
                due,
                null,
                recurrence);
    }
}
