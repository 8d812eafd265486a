package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.GrantRole;
import dev.mainstay.application.identity.ListUsers;
import dev.mainstay.application.identity.ReleaseUser;
import dev.mainstay.application.identity.RevokeRole;
import dev.mainstay.application.identity.SuspendUser;
import dev.mainstay.application.identity.UserFilter;
import dev.mainstay.domain.identity.AccountStatus;
import dev.mainstay.domain.identity.Role;
import dev.mainstay.domain.identity.UserId;
import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users, their roles and their suspension, for administrators (U10). */
@Controller("/api/v1/users")
@AdminOnly
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Users", description = "All users, their roles and their suspension; for administrators.")
final class UsersController {

    private static final String ORDER = "registered";

    private final ListUsers listUsers;
    private final GrantRole grantRole;
    private final RevokeRole revokeRole;
    private final SuspendUser suspendUser;
    private final ReleaseUser releaseUser;
    private final Cursors cursors;

    UsersController(
            ListUsers listUsers,
            GrantRole grantRole,
            RevokeRole revokeRole,
            SuspendUser suspendUser,
            ReleaseUser releaseUser,
            Cursors cursors) {
        this.listUsers = listUsers;
        this.grantRole = grantRole;
        this.revokeRole = revokeRole;
        this.suspendUser = suspendUser;
        this.releaseUser = releaseUser;
        this.cursors = cursors;
    }

    @Get
    @Operation(summary = "List users", description = "The latest registered first. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of users.")
    PageJson<UserJson> listUsers(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Part of the address or the name.") @Nullable @QueryValue String text,
            @Parameter(description = "Only users of this status.") @Nullable @QueryValue AccountStatus status,
            @Parameter(description = "Only users with this role.") @Nullable @QueryValue Role role,
            @Parameter(description = "How many, 1 to 200; 50 unless told.") @Nullable @QueryValue Integer limit,
            @Parameter(description = "Where to go on, from next.") @Nullable @QueryValue String cursor) {
        var filter = new UserFilter(Optional.ofNullable(text), Optional.ofNullable(status), Optional.ofNullable(role));
        return cursors.json(listUsers.of(caller, filter, cursors.request(limit, cursor, ORDER)), UserJson::from);
    }

    @Put("/{id}/roles/{role}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Grant a role", description = "It counts from the user's next request on. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The user has the role.")
    void grantRole(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The user's id.") @PathVariable UUID id,
            @Parameter(description = "The role.") @PathVariable Role role) {
        grantRole.handle(new GrantRole.Command(caller, new UserId(id), role));
    }

    @Delete("/{id}/roles/{role}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a role", description = "It is gone from the user's next request on. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The user does not have the role.")
    void revokeRole(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The user's id.") @PathVariable UUID id,
            @Parameter(description = "The role.") @PathVariable Role role) {
        revokeRole.handle(new RevokeRole.Command(caller, new UserId(id), role));
    }

    @Post("/{id}/suspension")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Suspend a user",
            description = "Ends the user's sessions; they are out from their next request on. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The user is suspended.")
    void suspendUser(
            @Parameter(hidden = true) Caller caller, @Parameter(description = "The user's id.") @PathVariable UUID id) {
        suspendUser.handle(new SuspendUser.Command(caller, new UserId(id)));
    }

    @Delete("/{id}/suspension")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Release a suspended user", description = "The user may log in again. Data: facts.")
    @ApiResponse(responseCode = "204", description = "The user is not suspended.")
    void releaseUser(
            @Parameter(hidden = true) Caller caller, @Parameter(description = "The user's id.") @PathVariable UUID id) {
        releaseUser.handle(new ReleaseUser.Command(caller, new UserId(id)));
    }
}
