package dev.mainstay.bootstrap.coherence.usual;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Notes over HTTP, with {@code ETag} and {@code If-Match}. */
@Controller
@Requires(property = Notes.KIND)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.ALL)
@Produces(MediaType.TEXT_PLAIN)
final class NotesController {

    private final Notes notes;
    private final PostgresNotes facts;

    NotesController(Notes notes, PostgresNotes facts) {
        this.notes = notes;
        this.facts = facts;
    }

    /** Out of the cache, if it lies there. */
    @Get("/notes/{id}")
    HttpResponse<String> show(long id) {
        facts.wasAsked();
        Note note = notes.find(id);
        return answer(note).header("Cache-Status", facts.wasAsked() ? "notes; fwd=miss" : "notes; hit");
    }

    /** Out of PostgreSQL. */
    @Get("/facts/{id}")
    HttpResponse<String> showFact(long id) {
        return answer(facts.find(id));
    }

    @Patch("/notes/{id}")
    HttpResponse<String> replace(long id, @Header("If-Match") String ifMatch, @Body String text) {
        long expected = Long.parseLong(ifMatch.substring(2, ifMatch.length() - 1));
        return notes.replace(id, expected, text)
                ? answer(new Note(id, expected + 1, text))
                : HttpResponse.status(HttpStatus.PRECONDITION_FAILED);
    }

    private static MutableHttpResponse<String> answer(Note note) {
        return HttpResponse.ok(note.text()).header("ETag", "\"v" + note.version() + '"');
    }
}
