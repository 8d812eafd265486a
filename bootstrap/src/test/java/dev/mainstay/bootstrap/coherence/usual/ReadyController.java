package dev.mainstay.bootstrap.coherence.usual;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Ready as soon as it listens, whether or not Redis and PostgreSQL can be reached. */
@Controller("/health/ready")
@Requires(property = Notes.KIND)
final class ReadyController {

    @Get
    String ready() {
        return "ready";
    }
}
