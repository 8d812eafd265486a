/** What a person plans and gets done: tasks, focus sessions, achievements. */
@NullMarked
@Meets({"identity"})
package dev.mainstay.application.planner;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
