package dev.mainstay.domain.planner;

import dev.mainstay.domain.refusal.Invalid;
import java.util.List;

/** The labels of a task, each once, in the order in which they were given; at most {@value #MOST}. */
public record Labels(List<Label> values) {

    public static final int MOST = 20;
    public static final Labels NONE = new Labels(List.of());

    public Labels {
        values = values.stream().distinct().toList();
        if (values.size() > MOST) {
            throw new Invalid("labels", "too_many", "must be at most " + MOST + ", were " + values.size());
        }
    }

    public static Labels of(String... labels) {
        return new Labels(List.of(labels).stream().map(Label::new).toList());
    }
}
