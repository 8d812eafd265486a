package dev.mainstay.http.docs;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.Optional;

/** The bundled files of the documentation. */
@Singleton
final class ApiDocuments {

    static final String RESOURCE = "META-INF/mainstay/openapi.yml";

    private final ResourceResolver resources;

    ApiDocuments(ResourceResolver resources) {
        this.resources = resources;
    }

    /** The file as an answer that may be kept for an hour; empty if there is none. */
    Optional<HttpResponse<?>> answer(String resource, String mediaType) {
        Optional<InputStream> file = resources.getResourceAsStream("classpath:" + resource);
        return file.map(stream -> HttpResponse.ok(new StreamedFile(stream, MediaType.of(mediaType)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600"));
    }
}
