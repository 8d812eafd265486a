package dev.mainstay.http.planner;

import dev.mainstay.application.planner.CompleteTask.Completed;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task that is done.
 *
 * @param next the next occurrence, whoever made it; absent if the task does not repeat or its series has ended
 */
@Serdeable
@Schema(name = "CompletedTask", requiredProperties = "task")
record CompletedTaskJson(TaskJson task, @Nullable TaskJson next) {

    static CompletedTaskJson from(Completed completed) {
        return new CompletedTaskJson(
                TaskJson.from(completed.task()),
                completed.next().map(TaskJson::from).orElse(null));
    }
}
