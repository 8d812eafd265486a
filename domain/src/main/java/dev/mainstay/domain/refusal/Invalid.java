package dev.mainstay.domain.refusal;

import java.util.List;
import java.util.stream.Collectors;

/** The request makes no sense as it stands; every field at fault is named. */
public final class Invalid extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
        super("invalid", errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public Invalid(String field, String code, String message) {
        this(List.of(new FieldError(field, code, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }

    /**
     * One field at fault.
     *
     * @param field the path of the field as the client wrote it, such as {@code due.at}
     * @param code a stable snake_case word
     * @param message what is wrong and what would be right
     */
    public record FieldError(String field, String code, String message) {
        @Override
        public String toString() {
            return field + ": " + message;
        }
    }
}
