package dev.mainstay.http.home;

import dev.mainstay.application.home.ArrangeHome;
import dev.mainstay.application.home.ShowHome;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.home.HomeLayout;
import dev.mainstay.http.caching.AnsweredReady;
import dev.mainstay.http.caching.CacheStatus;
import dev.mainstay.http.guard.ServedStale;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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

/** The home page (W1). */
@Tag(
        name = "Home",
        description =
                "A snapshot of every feature's widget. Live: subscribe to the topic home at the WebSocket /api/v1/live"
                        + " (an upgrade of GET; its protocol is described in adapters-http/docs/live.md).")
@Controller("/api/v1/home")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.home", notEquals = "false")
final class HomeController {

    private final ShowHome show;
    private final ArrangeHome arrange;

    HomeController(ShowHome show, ArrangeHome arrange) {
        this.show = show;
        this.arrange = arrange;
    }

    @Get
    @ServedStale
    @AnsweredReady(ReadyHome.NAME)
    @Operation(
            operationId = "showHome",
            summary = "Show the home page",
            description =
                    "A snapshot of the widgets of all features that are switched on, as of asOf. A widget that cannot"
                            + " be loaded says so in its own place. Live updates: subscribe to the topic home at the"
                            + " WebSocket GET /api/v1/live. Data: view widgets:home:user:{id}, 300 s, never across local"
                            + " midnight or a due time; while the database is away possibly stale, and said so by"
                            + " Cache-Status and Warning. The balance is facts, read each time and never cached; while the"
                            + " database is away, money is unavailable.")
    @ApiResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(implementation = HomeJson.class)))
    HttpResponse<HomeJson> showHome(@Parameter(hidden = true) Caller caller) {
        var home = show.of(caller.user());
        return CacheStatus.ok(home.map(page -> HomeJson.from(page, home.asOf())));
    }

    @Get("/layout")
    @Operation(
            operationId = "showHomeLayout",
            summary = "Show how the home page is arranged",
            description = "Every widget stands in it, also one of a feature that is switched off. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The layout, with its ETag.",
            content = @Content(schema = @Schema(implementation = LayoutJson.class)))
    HttpResponse<LayoutJson> showHomeLayout(@Parameter(hidden = true) Caller caller) {
        return ok(arrange.current(caller.user()));
    }

    @Put("/layout")
    @Operation(
            operationId = "arrangeHome",
            summary = "Arrange the home page",
            description = "A name that is no widget is refused, and so is a widget named twice. Data: facts.")
    @ApiResponse(
            responseCode = "200",
            description = "The layout as it is now.",
            content = @Content(schema = @Schema(implementation = LayoutJson.class)))
    HttpResponse<LayoutJson> arrangeHome(
            @Parameter(hidden = true) Caller caller,
            @Nullable @Header("If-Match") String ifMatch,
            @Body LayoutJson body) {
        return ok(arrange.handle(new ArrangeHome.Command(caller.user(), Etags.required(ifMatch), body.to())));
    }

    private static HttpResponse<LayoutJson> ok(HomeLayout layout) {
        return HttpResponse.ok(LayoutJson.from(layout)).header("ETag", Etags.of(layout.version()));
    }
}
