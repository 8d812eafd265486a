package dev.mainstay.http.planner;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.planner.ReviseAchievement;
import dev.mainstay.application.planner.ShowAchievements;
import dev.mainstay.domain.planner.Achievement;
import dev.mainstay.domain.planner.AchievementCode;
import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.guard.AdminOnly;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Achievements (P4). */
@Tag(name = "Achievements", description = "What can be achieved, and how far you have come.")
@Controller("/api/v1/achievements")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.planner", notEquals = "false")
final class AchievementsController {

    private final ShowAchievements show;
    private final ReviseAchievement revise;

    AchievementsController(ShowAchievements show, ReviseAchievement revise) {
        this.show = show;
        this.revise = revise;
    }

    @Get
    @Operation(
            operationId = "listAchievements",
            summary = "List achievements with the user's progress",
            description =
                    "Awards are given once and stay. Data: view planner:achievements:global:all (1 h) for the definitions,"
                            + " facts for progress and awards.")
    @ApiResponse(
            responseCode = "200",
            description = "All achievements.",
            content = @Content(schema = @Schema(implementation = StandingsJson.class)))
    HttpResponse<StandingsJson> listAchievements(@Parameter(hidden = true) Caller caller) {
        return CacheStatus.ok(show.of(caller.user()).map(StandingsJson::from));
    }

    @Get("/{code}")
    @Operation(
            operationId = "showAchievement",
            summary = "Show one definition",
            description = "With the ETag that changing it asks for. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The definition.",
            content = @Content(schema = @Schema(implementation = AchievementJson.class)))
    HttpResponse<AchievementJson> showAchievement(
            @Parameter(description = "The code.", example = "tasks_10") @PathVariable String code) {
        return ok(show.definition(code(code)));
    }

    @AdminOnly
    @Put("/{code}")
    @Operation(
            operationId = "reviseAchievement",
            summary = "Change a definition (administrators)",
            description =
                    "Awards that were given stay; who has reached a lowered threshold already is awarded with the next step."
                            + " Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The definition as it is now.",
            content = @Content(schema = @Schema(implementation = AchievementJson.class)))
    HttpResponse<AchievementJson> reviseAchievement(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The code.", example = "tasks_10") @PathVariable String code,
            @Nullable @Header("If-Match") String ifMatch,
            @Body ReviseAchievementJson body) {
        return ok(revise.handle(new ReviseAchievement.Command(
                caller.user(),
                code(code),
                Etags.required(ifMatch),
                body.title(),
                body.description(),
                body.threshold())));
    }

    /** A code that cannot be one names nothing. */
    private static AchievementCode code(String text) {
        try {
            return new AchievementCode(text);
        } catch (IllegalArgumentException noCode) {
            throw new NotFound("achievement_not_found", "There is no such achievement.");
        }
    }

    private static HttpResponse<AchievementJson> ok(Achievement achievement) {
        return HttpResponse.ok(AchievementJson.from(achievement)).header("ETag", Etags.of(achievement.version()));
    }
}
