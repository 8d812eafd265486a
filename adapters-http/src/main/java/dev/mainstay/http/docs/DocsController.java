package dev.mainstay.http.docs;

import dev.mainstay.domain.refusal.NotFound;
import dev.mainstay.http.guard.Open;
import dev.mainstay.http.ratelimit.RateLimited;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The API's description, and a page to browse it; all of it bundled, so that it works without the Internet. */
@Open
@Hidden
@Controller
@RateLimited("open")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocsController {

    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.30.3/";
    private static final Map<String, String> ASSETS = Map.of(
            "swagger-ui-bundle.js", "text/javascript",
            "swagger-ui.css", "text/css",
            "favicon-32x32.png", "image/png");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-ancestors 'none'";

    private final ApiDocuments documents;

    DocsController(ApiDocuments documents) {
        this.documents = documents;
    }

    @Get("/api/openapi.yml")
    @Produces("application/yaml")
    HttpResponse<?> description() {
        return documents.answer(ApiDocuments.RESOURCE, "application/yaml").orElseThrow(DocsController::missing);
    }

    @Get("/docs")
    @Produces("text/html")
    HttpResponse<?> page() {
        return HttpResponse.ok("""
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Mainstay API</title>
                        <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
                        <link rel="stylesheet" href="/docs/swagger-ui.css">
                        </head>
                        <body>
                        <main id="api"><noscript>The description is at <a href="/api/openapi.yml">/api/openapi.yml</a>.</noscript></main>
                        <script src="/docs/swagger-ui-bundle.js"></script>
                        <script src="/docs/start.js"></script>
                        </body>
                        </html>
                        """).header("Content-Security-Policy", POLICY);
    }

    @Get("/docs/start.js")
    @Produces("text/javascript")
    String start() {
        return "SwaggerUIBundle({url: '/api/openapi.yml', dom_id: '#api', deepLinking: true, persistAuthorization: false});\n";
    }

    @Get("/docs/{asset}")
    @Produces({"text/javascript", "text/css", "image/png"})
    HttpResponse<?> asset(@PathVariable String asset) {
        String mediaType = ASSETS.get(asset);
        if (mediaType == null) {
            throw missing();
        }
        return documents.answer(SWAGGER_UI + asset, mediaType).orElseThrow(DocsController::missing);
    }

    private static NotFound missing() {
        return new NotFound("page_not_found", "There is no such page.");
    }
}
