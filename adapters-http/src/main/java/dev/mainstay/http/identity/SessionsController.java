package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.EndSession;
import dev.mainstay.application.identity.ListSessions;
import dev.mainstay.domain.identity.SessionId;
import dev.mainstay.http.paging.PageJson;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/** The devices on which the caller is logged in (U2, U4). */
@Controller("/api/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Sessions", description = "The devices on which you are logged in.")
final class SessionsController {

    private final ListSessions listSessions;
    private final EndSession endSession;

    SessionsController(ListSessions listSessions, EndSession endSession) {
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    @Get
    @Operation(summary = "List your sessions", description = "The latest opened first, all on one page. Data: facts.")
    @ApiResponse(responseCode = "200", description = "Your live sessions.")
    PageJson<SessionJson> listSessions(@Parameter(hidden = true) Caller caller) {
        return new PageJson<>(
                listSessions.of(caller).stream().map(SessionJson::from).toList(), null);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of your sessions", description = "That device is logged out at once. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The session is over.")
    void endSession(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The session's id.") @PathVariable UUID id) {
        endSession.handle(new EndSession.Command(caller, new SessionId(id)));
    }
}
