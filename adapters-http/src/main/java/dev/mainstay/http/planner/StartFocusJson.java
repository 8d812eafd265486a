package dev.mainstay.http.planner;

import dev.mainstay.application.planner.StartFocus;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.domain.planner.TaskId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to focus on, and for how long.
 *
 * @param plannedMinutes 1 to 240
 * @param task one of the user's own tasks
 */
@Serdeable
@Schema(name = "StartFocus", requiredProperties = "plannedMinutes", example = "{\"plannedMinutes\":25}")
record StartFocusJson(
        @Schema(minimum = "1", maximum = "240") int plannedMinutes,
        @Nullable UUID task) {

    StartFocus.Command to(UserId owner) {
        return new StartFocus.Command(owner, Optional.ofNullable(task).map(TaskId::new), plannedMinutes);
    }
}
