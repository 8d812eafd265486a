package dev.mainstay.http.finance.ledger;

import dev.mainstay.application.finance.ledger.AnnotateTransaction;
import dev.mainstay.application.finance.ledger.ShowLedger;
import dev.mainstay.application.identity.Caller;
import dev.mainstay.domain.finance.ledger.Annotation;
import dev.mainstay.domain.finance.ledger.AttachmentId;
import dev.mainstay.domain.finance.ledger.TransactionId;
import dev.mainstay.http.idempotency.IdempotentPosts;
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

/** What is said about transactions, and may change whatever their status: notes, payee, tags, files (F1). */
@Controller("/api/v1/finance/transactions/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "mainstay.features.finance", notEquals = "false")
@Tag(name = "Finance")
final class AnnotationsController {

    private final ShowLedger show;
    private final AnnotateTransaction annotate;
    private final IdempotentPosts posts;

    AnnotationsController(ShowLedger show, AnnotateTransaction annotate, IdempotentPosts posts) {
        this.show = show;
        this.annotate = annotate;
        this.posts = posts;
    }

    @Get("/annotation")
    @Operation(
            summary = "Show what is said about a transaction",
            description = "Notes, payee and tags, with an ETag of their own. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The annotation.")
    HttpResponse<AnnotationJson> showAnnotation(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return ok(show.transaction(caller.user(), new TransactionId(id)).annotation());
    }

    @Patch("/annotation")
    @Consumes({"application/json", "application/merge-patch+json"})
    @Operation(
            summary = "Change what is said about a transaction",
            description =
                    "A merge patch: a field that is absent stays as it is, one that is null is cleared. If-Match takes "
                            + "the ETag of the annotation, or its annotationVersion as \"v1\". Data: facts.")
    @ApiResponse(responseCode = "200", description = "The annotation as it is now, with its new ETag.")
    HttpResponse<AnnotationJson> reviseAnnotation(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header("If-Match") @Nullable String ifMatch,
            @Body @Schema(implementation = AnnotationFieldsJson.class) AnnotationPatchJson patch) {
        return ok(annotate.revise(caller.user(), new TransactionId(id), Etags.required(ifMatch), patch.toPatch()));
    }

    @Get("/attachments")
    @Operation(
            summary = "List the attachments of a transaction",
            description = "What is known of its files, oldest first; at most 20. Data: facts.")
    @ApiResponse(responseCode = "200", description = "The attachments.")
    AttachmentsJson listAttachments(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        return new AttachmentsJson(show.attachments(caller.user(), new TransactionId(id)).stream()
                .map(AttachmentJson::from)
                .toList());
    }

    @Post("/attachments")
    @Operation(
            summary = "Attach a file to a transaction",
            description = "Keeps what is known of the file; the file itself is kept elsewhere. Data: facts.")
    @ApiResponse(
            responseCode = "201",
            description = "The attachment.",
            content = @Content(schema = @Schema(implementation = AttachmentJson.class)))
    HttpResponse<?> attachFile(
            HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID id,
            @Header(IdempotentPosts.KEY) @Nullable String idempotencyKey,
            @Body NewAttachmentJson attachment) {
        return posts.once(request, caller, () -> {
            var attached = annotate.attach(caller.user(), new TransactionId(id), attachment.toFile());
            return HttpResponse.created(
                    AttachmentJson.from(attached), URI.create("/api/v1/finance/transactions/" + id + "/attachments"));
        });
    }

    @Delete("/attachments/{attachment}")
    @Operation(
            summary = "Detach a file from a transaction",
            description = "Forgets what is known of the file. Data: facts.")
    @ApiResponse(responseCode = "204", description = "It is forgotten.")
    HttpResponse<?> detachFile(
            @Parameter(hidden = true) Caller caller, @PathVariable UUID id, @PathVariable UUID attachment) {
        annotate.detach(caller.user(), new TransactionId(id), new AttachmentId(attachment));
        return HttpResponse.noContent();
    }

    private static HttpResponse<AnnotationJson> ok(Annotation annotation) {
        return HttpResponse.ok(AnnotationJson.from(annotation))
                .header(HttpHeaders.ETAG, Etags.of(annotation.version()));
    }
}
