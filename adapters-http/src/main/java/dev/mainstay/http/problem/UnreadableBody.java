package dev.mainstay.http.problem;

import dev.mainstay.http.json.UnfitValue;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says which field of a JSON body could not be read, and what would be right. */
final class UnreadableBody {

    private static final Pattern UNKNOWN = Pattern.compile("Unknown property \\[([^\\]]*)\\]");
    private static final Pattern MISSING = Pattern.compile(
            "(?:Required constructor parameter|Required property|Null argument specified for) \\[(?:\\S+ )*?(\\w+)\\]");

    private UnreadableBody() {}

    static MutableHttpResponse<?> problem(HttpRequest<?> request, SerdeException unreadable) {
        var field = field(unreadable);
        return Problems.of(
                request, HttpStatus.BAD_REQUEST, "invalid", field.field() + ": " + field.message(), List.of(field));
    }

    private static FieldProblem field(SerdeException unreadable) {
        String path = path(unreadable.getPath());
        String message = String.valueOf(unreadable.getMessage());
        var unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return new FieldProblem(ending(path, unknown.group(1)), "unknown_field", "is not a field of this request");
        }
        var missing = MISSING.matcher(message);
        if (missing.find()) {
            return new FieldProblem(ending(path, missing.group(1)), "missing", "is required");
        }
        String where = path.isEmpty() ? "body" : path;
        if (unreadable instanceof UnfitValue unfit) {
            return new FieldProblem(where, unfit.code(), unfit.expected());
        }
        return new FieldProblem(where, "wrong_type", "must be " + expected(unreadable.getPath()));
    }

    private static String expected(List<ReferencePath> path) {
        if (path.isEmpty()) {
            return "an object";
        }
        var argument = path.getFirst().getArgument();
        return path.getFirst() instanceof PropertyReferencePath
                ? kind(argument.getType())
                : kind(argument.getFirstTypeVariable().orElse(argument).getType());
    }

    /** What a value of the Java type is called in JSON. */
    static String kind(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type == BigDecimal.class || type.isPrimitive()) {
            return "a number";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-01-31T12:00:00Z (RFC 3339)";
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-01-31";
        }
        if (type == LocalTime.class) {
            return "a time such as 09:30";
        }
        if (type == Duration.class) {
            return "a duration such as PT25M (ISO 8601)";
        }
        if (ZoneId.class.isAssignableFrom(type)) {
            return "a time zone such as Europe/Berlin";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "a value this field can take";
    }

    private static String path(List<ReferencePath> innermostFirst) {
        String path = "";
        for (ReferencePath step : innermostFirst.reversed()) {
            path = switch (step) {
                case PropertyReferencePath property ->
                    join(path, property.property().getName());
                case CollectionItemReferencePath item -> path + '[' + item.index() + ']';
                case MapItemReferencePath item -> join(path, item.key());
            };
        }
        return path;
    }

    /** The path, with the name at its end unless it is there already. */
    private static String ending(String path, String name) {
        return path.equals(name) || path.endsWith('.' + name) ? path : join(path, name);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + '.' + name;
    }
}
