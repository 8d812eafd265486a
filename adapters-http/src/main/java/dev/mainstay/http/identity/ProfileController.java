package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.CancelDeletion;
import dev.mainstay.application.identity.RequestDeletion;
import dev.mainstay.application.identity.ReviseProfile;
import dev.mainstay.application.identity.ShowPendingCodes;
import dev.mainstay.application.identity.ShowProfile;
import dev.mainstay.application.identity.ShowRoles;
import dev.mainstay.http.caching.AnsweredReady;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller says about themselves, and the way out (U1, U8, U13). */
@Controller("/api/v1/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Profile", description = "What you say about yourself, everything you own, and the way out.")
final class ProfileController {

    private final ShowProfile showProfile;
    private final ReviseProfile reviseProfile;
    private final ShowRoles showRoles;
    private final ShowPendingCodes showPendingCodes;
    private final RequestDeletion requestDeletion;
    private final CancelDeletion cancelDeletion;

    ProfileController(
            ShowProfile showProfile,
            ReviseProfile reviseProfile,
            ShowRoles showRoles,
            ShowPendingCodes showPendingCodes,
            RequestDeletion requestDeletion,
            CancelDeletion cancelDeletion) {
        this.showProfile = showProfile;
        this.reviseProfile = reviseProfile;
        this.showRoles = showRoles;
        this.showPendingCodes = showPendingCodes;
        this.requestDeletion = requestDeletion;
        this.cancelDeletion = cancelDeletion;
    }

    @Get
    @AnsweredReady(ReadyProfile.NAME)
    @Operation(summary = "Show your profile", description = "Data: view cache:user:profile, 1 h.")
    @ApiResponse(responseCode = "200", description = "Your profile.")
    HttpResponse<ProfileJson> showProfile(@Parameter(hidden = true) Caller caller) {
        var profile = showProfile.of(caller.user()).map(ProfileJson::from);
        return CacheStatus.ok(profile, profile.value().etag());
    }

    @Patch
    @Operation(
            summary = "Change your profile",
            description =
                    "Only the fields sent are changed; a preference of null or an empty text is removed. Data: facts.")
    @ApiResponse(responseCode = "200", description = "Your profile as it is now.")
    HttpResponse<ProfileJson> reviseProfile(
            @Parameter(hidden = true) Caller caller,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            @Body ProfileChangesJson changes) {
        var revised = ProfileJson.from(reviseProfile.handle(
                new ReviseProfile.Command(caller.user(), Etags.required(ifMatch), changes.toChanges())));
        return HttpResponse.ok(revised).header(HttpHeaders.ETAG, revised.etag());
    }

    @Get("/roles")
    @Operation(summary = "Show your roles", description = "Data: view auth:role:user, 1 h.")
    @ApiResponse(responseCode = "200", description = "Your roles.")
    HttpResponse<RolesJson> showRoles(@Parameter(hidden = true) Caller caller) {
        return CacheStatus.ok(showRoles.of(caller.user()).map(roles -> new RolesJson(roles.roles())));
    }

    @Get("/codes")
    @Operation(
            summary = "Show which one-time codes are out",
            description = "Never the codes themselves. Data: view session:otp:user, until the codes expire.")
    @ApiResponse(responseCode = "200", description = "The codes that can still be used.")
    HttpResponse<PendingCodesJson> showPendingCodes(@Parameter(hidden = true) Caller caller) {
        return CacheStatus.ok(showPendingCodes.of(caller.user()).map(PendingCodesJson::from));
    }

    @Delete
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask to be forgotten",
            description = "Your account and all you own are removed when the grace period is over. Data: facts.")
    @ApiResponse(responseCode = "202", description = "When it will happen unless you take it back.")
    DeletionJson requestDeletion(@Parameter(hidden = true) Caller caller) {
        return DeletionJson.from(requestDeletion.handle(caller));
    }

    @Post("/deletion/cancel")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take back the wish to be forgotten", description = "Data: facts.")
    @ApiResponse(responseCode = "204", description = "Nothing will be removed.")
    void cancelDeletion(@Parameter(hidden = true) Caller caller) {
        cancelDeletion.handle(caller);
    }
}
