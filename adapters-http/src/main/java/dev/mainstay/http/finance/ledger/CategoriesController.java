package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.Categories;
import dev.mainstay.application.finance.ledger.KeepCategories;
import dev.mainstay.application.finance.ledger.KeepCategories.Subject;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.Category;
import dev.mainstay.domain.finance.ledger.CategoryId;
import dev.mainstay.http.idempotency.IdempotentPosts;
import dev.mainstay.http.paging.Cursors;
import dev.mainstay.http.paging.PageJson;
import dev.mainstay.http.versioning.Etags;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories: what money is earned from and spent on (F1). */
@Controller("/api/v1/finance/categories")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class CategoriesController {

    private final ShowLedger show;
    private final KeepCategories keep;
    private final IdempotentPosts posts;
    private final Cursors cursors;

    CategoriesController(ShowLedger show, KeepCategories keep, IdempotentPosts posts, Cursors cursors) {
        this.show = show;
        this.keep = keep;
        this.posts = posts;
        this.cursors = cursors;
    }

    @Get
    @Operation(
            summary = "List categories",
            description = "The caller's categories by name, archived ones too. Data: facts.")
    @ApiResponse(responseCode = "200", description = "A page of categories.")
    PageJson<CategoryJson> listCategories(
            @Parameter(hidden = true) Caller caller,
            @QueryValue
                    @Nullable
                    @Parameter(description = "At most so many; 50 if absent.")
                    @Schema(minimum = "1", maximum = "200")
                    Integer limit,
            @QueryValue @Nullable @Parameter(description = "The next of the page before.") String cursor) {
        var page = show.categories(caller.user(), cursors.request(limit, cursor, Categories.BY_NAME));
        return cursors.json(page, CategoryJson::from);
    }

    @Post
    @Operation(summary = "Create a category", description = "At the top or under one of its kind. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The category, with its ETag and Location.",
            content = @Content(schema = @Schema(implementation = CategoryJson.class)))
    HttpResponse<?> createCategory(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body NewCategoryJson category) {
        return posts.once(request, caller, () -> {
            var created = keep.create(
                    caller.user(),
                    Fields.required("kind", category.kind()),
                    Fields.name(category.name()),
                    category.toParent());
            return HttpResponse.created(
                            CategoryJson.from(created),
                            URI.create(
                                    "/api/v1/finance/categories/" + created.id().value()))
                    .header(HttpHeaders.ETAG, Etags.of(created.version()));
        });
    }

    @Get("/{id}")
    @Operation(summary = "Show a category", description = "One of the caller's categories, with its ETag. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The category.")
    HttpResponse<CategoryJson> showCategory(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return ok(show.category(caller.user(), new CategoryId(id)));
    }

    @Patch("/{id}")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change a category",
            description =
                    "A merge patch: a field that is absent stays as it is; a parent that is null moves it to the top. "
                            + "Data: facts.")
    @ApiResponse(responseCode = "200", description = "The category as it is now, with its new ETag.")
    HttpResponse<CategoryJson> reviseCategory(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body @Schema(implementation = CategoryFieldsJson.class) CategoryPatchJson patch) {
        var subject = new Subject(caller.user(), new CategoryId(id), Etags.required(ifMatch));
        return ok(keep.revise(subject, patch.toPatch()));
    }

    @Post("/{id}/archive")
    @Operation(
            summary = "Archive a category",
            description =
                    "It takes no new transactions; what it has stays. Archiving what is archived changes nothing. "
                            + "Data: facts.")
    @ApiResponse(responseCode = "200", description = "The category as it is now.")
    HttpResponse<CategoryJson> archiveCategory(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return ok(keep.archive(subject(caller, id, ifMatch)));
    }

    @Post("/{id}/restore")
    @Operation(
            summary = "Restore a category",
            description = "It takes transactions again. Restoring what is in use changes nothing. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The category as it is now.")
    HttpResponse<CategoryJson> restoreCategory(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        return ok(keep.restore(subject(caller, id, ifMatch)));
    }

    @Delete("/{id}")
    @Operation(
            summary = "Delete a category",
            description = "One that was never used; one that is in use is archived instead (409). Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is gone.")
    HttpResponse<?> deleteCategory(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch) {
        keep.remove(new Subject(caller.user(), new CategoryId(id), Etags.required(ifMatch)));
        return HttpResponse.noContent();
    }

    private static Subject subject(Caller caller, UUID id, @Nullable String ifMatch) {
        return new Subject(caller.user(), new CategoryId(id), ifMatch == null ? null : Etags.required(ifMatch));
    }

    private static HttpResponse<CategoryJson> ok(Category category) {
        return HttpResponse.ok(CategoryJson.from(category)).header(HttpHeaders.ETAG, Etags.of(category.version()));
    }
}
