package dev.mainstay.http.planner;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.planner.MoveFocus;
import dev.mainstay.application.planner.MoveFocus.Move;
import dev.mainstay.domain.planner.FocusSessionId;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a focus session, each with the version that was seen (P2). */
@Tag(name = "Focus")
@Controller(FocusController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.focus", notEquals = "false")
@Requires(property = "mainstay.features.planner", notEquals = "false")
final class FocusMovesController {

    private final MoveFocus move;

    FocusMovesController(MoveFocus move) {
        this.move = move;
    }

    @Post("/{id}/pause")
    @Operation(summary = "Pause", description = "Its time stops counting; its planned end moves. Data: facts.")
    @ApiResponse(responseCode = "200", description = "It is paused.")
    HttpResponse<FocusJson> pauseFocus(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Nullable @Header("If-Match") String ifMatch) {
        return moved(caller, id, ifMatch, Move.PAUSE);
    }

    @Post("/{id}/resume")
    @Operation(summary = "Resume", description = "Its time counts again. Data: facts.")
    @ApiResponse(responseCode = "200", description = "It runs.")
    HttpResponse<FocusJson> resumeFocus(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Nullable @Header("If-Match") String ifMatch) {
        return moved(caller, id, ifMatch, Move.RESUME);
    }

    @Post("/{id}/finish")
    @Operation(
            summary = "Finish",
            description =
                    "It ends and counts in totals and achievements. A session left alone for 4 hours after its planned end is"
                            + " finished by the server, with its planned time. Data: facts.")
    @ApiResponse(responseCode = "200", description = "It is finished.")
    HttpResponse<FocusJson> finishFocus(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Nullable @Header("If-Match") String ifMatch) {
        return moved(caller, id, ifMatch, Move.FINISH);
    }

    @Post("/{id}/abandon")
    @Operation(summary = "Abandon", description = "It ends and counts nowhere. Data: facts.")
    @ApiResponse(responseCode = "200", description = "It is abandoned.")
    HttpResponse<FocusJson> abandonFocus(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Nullable @Header("If-Match") String ifMatch) {
        return moved(caller, id, ifMatch, Move.ABANDON);
    }

    private HttpResponse<FocusJson> moved(Caller caller, UUID id, @Nullable String ifMatch, Move to) {
        var command = new MoveFocus.Command(caller.user(), new FocusSessionId(id), Etags.required(ifMatch), to);
        return FocusController.ok(move.handle(command));
    }
}
