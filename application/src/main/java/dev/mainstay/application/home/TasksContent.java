package dev.mainstay.application.home;

import dev.mainstay.application.planner.TaskDigest;

/** Tasks overdue, due today and upcoming. */
public record TasksContent(TaskDigest digest) implements KeptContent {}
