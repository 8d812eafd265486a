package dev.mainstay.http.identity;

import dev.mainstay.application.identity.Caller;
import dev.mainstay.application.identity.CreateReferralCode;
import dev.mainstay.application.identity.ListReferralCodes;
import dev.mainstay.application.identity.RedeemReferralCode;
import dev.mainstay.application.identity.ShowReferralCode;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.PageJson;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;

/** Codes with which users bring others in (U9). */
@Controller("/api/v1/referrals")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.identity", notEquals = "false")
@Tag(name = "Referrals", description = "Codes with which you bring others in.")
final class ReferralsController {

    private final CreateReferralCode createReferralCode;
    private final ListReferralCodes listReferralCodes;
    private final ShowReferralCode showReferralCode;
    private final RedeemReferralCode redeemReferralCode;
    private final IdempotentPosts posts;

    ReferralsController(
            CreateReferralCode createReferralCode,
            ListReferralCodes listReferralCodes,
            ShowReferralCode showReferralCode,
            RedeemReferralCode redeemReferralCode,
            IdempotentPosts posts) {
        this.createReferralCode = createReferralCode;
        this.listReferralCodes = listReferralCodes;
        this.showReferralCode = showReferralCode;
        this.redeemReferralCode = redeemReferralCode;
        this.posts = posts;
    }

    @Post
    @Operation(summary = "Create a referral code", description = "You may have 50 at a time. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The code.",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReferralCodeJson.class)))
    HttpResponse<?> createReferralCode(
            HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @Body NewReferralCodeJson wanted) {
        return posts.once(request, caller, () -> {
            var code = ReferralCodeJson.from(createReferralCode.handle(wanted.toCommand(caller.user())));
            return HttpResponse.created(code, URI.create("/api/v1/referrals/" + code.code()));
        });
    }

    @Get
    @Operation(summary = "List your referral codes", description = "The latest first, all on one page. Data: facts.")
    @ApiResponse(responseCode = "200", description = "Your codes.")
    PageJson<ReferralCodeJson> listReferralCodes(@Parameter(hidden = true) Caller caller) {
        return new PageJson<>(
                listReferralCodes.of(caller.user()).stream()
                        .map(ReferralCodeJson::from)
                        .toList(),
                null);
    }

    @Get("/{code}")
    @Operation(
            summary = "Show what a referral code is worth",
            description = "Whoever has a code may look at it. Data: view cache:referral:code, 6 h.")
    @ApiResponse(responseCode = "200", description = "The code can be redeemed.")
    HttpResponse<ReferralTermsJson> showReferralCode(
            @Parameter(description = "The code as it was given.") @PathVariable String code) {
        return CacheStatus.ok(showReferralCode.of(code).map(ReferralTermsJson::from));
    }

    @Post("/{code}/redemption")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Redeem a referral code", description = "Once in a lifetime, and not your own. Data: facts.")
    @ApiResponse(responseCode = "204", description = "You were brought in by the code's owner.")
    void redeemReferralCode(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "The code as it was given.") @PathVariable String code) {
        redeemReferralCode.handle(new RedeemReferralCode.Command(caller.user(), code));
    }
}
