package dev.mainstay.domain.finance.schedules;

import dev.mainstay.domain.text.PlainText;

/** What a schedule is called: one line of at most {@value #LONGEST} characters. */
public record ScheduleName(String value) {

    public static final int LONGEST = 80;

    public ScheduleName {
        PlainText.requireLine("name", value, LONGEST);
    }
}
