/** Transactions that come again: arranged by their owner, recorded by a job, each once (F3). Rules are the planner's. */
@NullMarked
@Meets({"identity", "planner", "plans"})
package dev.mainstay.application.finance.schedules;

import dev.mainstay.domain.architecture.Meets;
import org.jspecify.annotations.NullMarked;
