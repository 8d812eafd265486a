package dev.mainstay.domain.planner;

import dev.mainstay.domain.text.PlainText;

/** What else there is to say about a task: up to {@value #LONGEST} code points, with line feeds and tabs. */
public record TaskNotes(String value) {

    public static final int LONGEST = 20_000;
    public static final TaskNotes NONE = new TaskNotes("");

    public TaskNotes {
        PlainText.requireText("notes", value, LONGEST);
    }
}
