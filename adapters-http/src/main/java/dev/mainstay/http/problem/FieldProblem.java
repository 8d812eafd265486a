package dev.mainstay.http.problem;

import dev.mainstay.domain.refusal.Invalid.FieldError;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One field at fault.
 *
 * @param field the field's path as the client wrote it
 * @param code what is wrong, for programs
 * @param message what is wrong and what would be right
 */
@Serdeable
@Schema(
        requiredProperties = {"field", "code", "message"},
        example = """
                {"field":"limit","code":"out_of_range","message":"must be 1 to 200, was 0"}""")
public record FieldProblem(String field, String code, String message) {

    static FieldProblem from(FieldError error) {
        return new FieldProblem(error.field(), error.code(), error.message());
    }
}
