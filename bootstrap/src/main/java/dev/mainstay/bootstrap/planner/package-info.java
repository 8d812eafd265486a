/** The wiring of the planner: tasks, focus sessions, achievements. */
@NullMarked
package dev.mainstay.bootstrap.planner;

import org.jspecify.annotations.NullMarked;
