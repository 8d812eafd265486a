package dev.mainstay.http.planner;

import dev.mainstay.application.planner.TaskFilter;
import dev.mainstay.application.planner.TaskFilter.State;
import dev.mainstay.domain.planner.Priority;
import dev.mainstay.domain.refusal.Invalid;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of a list of tasks, as query parameters; all of them must hold. */
@Introspected
record TaskQuery(
        @QueryValue @Nullable @Parameter(description = "Open or done tasks alone; ALL if absent.")
        State state,

        @QueryValue
        @Nullable
        @Parameter(description = "The deleted tasks instead of the others.", schema = @Schema(type = "boolean"))
        String deleted,

        @QueryValue
        @Nullable
        @Parameter(
                description = "Due at or after this: an RFC 3339 instant, or a date, which is its midnight in UTC, "
                        + "where whole days stand.",
                example = "2026-03-01")
        String dueFrom,

        @QueryValue @Nullable @Parameter(description = "Due before this, as dueFrom.", example = "2026-03-08T00:00:00Z")
        String dueBefore,

        @QueryValue @Nullable @Parameter(description = "Has this label.", example = "home")
        String label,

        @QueryValue @Nullable @Parameter(description = "Is part of this project.", example = "Flat")
        String project,

        @QueryValue @Nullable @Parameter(description = "Has one of these priorities.")
        List<Priority> priority,

        @QueryValue
        @Nullable
        @Parameter(description = "Says this in title or notes, in whatever case.", example = "plants")
        @Schema(maxLength = 200)
        String q) {

    TaskFilter toFilter() {
        return new TaskFilter(
                state == null ? State.ALL : state,
                isTrue("deleted", deleted),
                instant("dueFrom", dueFrom),
                instant("dueBefore", dueBefore),
                label,
                project,
                priority == null ? Set.of() : Set.copyOf(priority),
                q);
    }

    /** Micronaut would take whatever is not "true" for false. */
    private static boolean isTrue(String field, @Nullable String text) {
        return switch (text) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Invalid(field, "wrong_type", "must be true or false");
        };
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var instant = text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            return inRange(field, instant);
        } catch (DateTimeException malformed) {
            throw new Invalid(
                    field, "malformed", "must be a date such as 2026-03-01 or an instant such as 2026-03-01T09:00:00Z");
        }
    }

    private static Instant inRange(String field, Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new Invalid(field, "out_of_range", "must be in the years 1 to 9999");
        }
        return instant;
    }
}
