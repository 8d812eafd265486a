package dev.mainstay.domain.planner;

import dev.mainstay.domain.text.PlainText;

/** What a task is called: one line of 1 to {@value #LONGEST} code points. */
public record TaskTitle(String value) {

    public static final int LONGEST = 200;

    public TaskTitle {
        PlainText.requireLine("title", value, LONGEST);
    }
}
