package dev.mainstay.domain.planner;

import dev.mainstay.domain.text.PlainText;

/** A word that tasks are gathered by: one line of 1 to {@value #LONGEST} code points. */
public record Label(String value) {

    public static final int LONGEST = 40;

    public Label {
        PlainText.requireLine("labels", value, LONGEST);
    }
}
