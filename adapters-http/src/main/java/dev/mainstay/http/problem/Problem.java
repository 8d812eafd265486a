package dev.mainstay.http.problem;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request (RFC 9457).
 *
 * @param type where the kind of problem is explained
 * @param title the kind of problem, for people
 * @param status the HTTP status
 * @param detail what is wrong this time and what to do
 * @param code the kind of problem, for programs
 * @param instance the path that was asked for
 * @param requestId the id under which the request stands in the server's log
 * @param errors the fields at fault; absent when it is not about fields
 */
@Serdeable
@Schema(
        requiredProperties = {"type", "title", "status", "detail", "code", "instance", "requestId"},
        example = """
                {"type":"/problems/not_found","title":"Not found","status":404,"detail":"There is no such task.",\
                "code":"task_not_found","instance":"/api/v1/tasks/0197a1de-0000-7000-8000-000000000001",\
                "requestId":"0f8fad5bd9cb469fa165"}""")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String instance,
        String requestId,
        @Nullable List<FieldProblem> errors) {}
