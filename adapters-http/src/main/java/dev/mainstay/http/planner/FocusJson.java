package dev.mainstay.http.planner;

import dev.mainstay.application.planner.FocusSnapshot;
import dev.mainstay.application.planner.FocusSnapshot.State;
import dev.mainstay.domain.planner.FocusSession;
import dev.mainstay.domain.planner.TaskId;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A focus session.
 *
 * @param etag to be sent as If-Match with the next move
 * @param task the task it is spent on; absent if it is not spent on one
 * @param focusedSeconds of the completed stretches, pauses left out; while it runs, add the time since runningSince
 * @param runningSince absent unless it is running
 * @param plannedEnd when the planned time is used up; for one that has ended, when it ended
 * @param endedAt absent until it has ended
 */
@Serdeable
@Schema(
        name = "FocusSession",
        requiredProperties = {"id", "etag", "state", "plannedMinutes", "startedAt", "focusedSeconds", "plannedEnd"},
        example = """
                {"id":"01890a5d-ac96-774b-bcce-b302099a8057","etag":"\\"v1\\"","state":"RUNNING","plannedMinutes":25,\
                "startedAt":"2026-03-01T10:00:00Z","focusedSeconds":0,"runningSince":"2026-03-01T10:00:00Z",\
                "plannedEnd":"2026-03-01T10:25:00Z"}""")
public record FocusJson(
        UUID id,
        String etag,
        State state,
        @Nullable UUID task,
        int plannedMinutes,
        Instant startedAt,
        long focusedSeconds,
        @Nullable Instant runningSince,
        Instant plannedEnd,
        @Nullable Instant endedAt) {

    public static FocusJson from(FocusSnapshot focus) {
        return new FocusJson(
                focus.id().value(),
                Etags.of(focus.version()),
                focus.state(),
                focus.task().map(TaskId::value).orElse(null),
                (int) focus.planned().toMinutes(),
                focus.startedAt(),
                focus.focused().toSeconds(),
                focus.runningSince().orElse(null),
                focus.plannedEnd(),
                focus.endedAt().orElse(null));
    }

    static FocusJson from(FocusSession session) {
        return from(FocusSnapshot.of(session));
    }
}
