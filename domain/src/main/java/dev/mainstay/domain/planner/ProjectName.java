package dev.mainstay.domain.planner;

import dev.mainstay.domain.text.PlainText;

/** What a task is part of: one line of 1 to {@value #LONGEST} code points. A project exists while a task names it. */
public record ProjectName(String value) {

    public static final int LONGEST = 80;

    public ProjectName {
        PlainText.requireLine("project", value, LONGEST);
    }
}
