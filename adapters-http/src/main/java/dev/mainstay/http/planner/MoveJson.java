package dev.mainstay.http.planner;

import dev.mainstay.application.planner.Tasks.Side;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task is to stand in the caller's own order; exactly one of the two.
 *
 * @param before the task that it comes right before
 * @param after the task that it comes right after
 */
@Serdeable
@Schema(name = "Move", example = """
                {"after":"0197a1de-0000-7000-8000-000000000001"}""")
record MoveJson(@Nullable UUID before, @Nullable UUID after) {

    Side side() {
        return before != null ? Side.BEFORE : Side.AFTER;
    }

    TaskId other() {
        if (before != null && after == null) {
            return new TaskId(before);
        }
        if (after != null && before == null) {
            return new TaskId(after);
        }
        throw new Invalid("body", "before_or_after", "must have either before or after");
    }
}
