package dev.mainstay.application.planner;

import java.util.List;

/** What a user's tasks are gathered by: the projects and labels in use, by name, and how many tasks there are. */
public record TaskFacets(int open, int done, List<Named> projects, List<Named> labels) {

    public TaskFacets {
        projects = List.copyOf(projects);
        labels = List.copyOf(labels);
    }

    /**
     * A project or a label.
     *
     * @param open how many of its tasks are open
     */
    public record Named(String name, int open, int done) {}
}
