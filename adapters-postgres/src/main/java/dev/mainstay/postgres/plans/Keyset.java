package dev.mainstay.postgres.plans;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.PageRequest;
import dev.mainstay.domain.entity.EntityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Where a page of a list by time and id goes on: {@code :after}, {@code :afterId}, and one row more than asked for. */
final class Keyset {

    private Keyset() {}

    static Query bind(PageRequest page, Query query) {
        var after = Optional.ofNullable(page.after()).map(Cursor::values);
        return query.bindByType(
                        "after",
                        after.map(values -> Instant.parse(values.getFirst())).orElse(null),
                        Instant.class)
                .bindByType(
                        "afterId",
                        after.map(values -> UUID.fromString(values.getLast())).orElse(null),
                        UUID.class)
                .bind("limit", page.limit() + 1);
    }

    /** Where a row stands that began at that time. */
    static Cursor position(String order, Instant at, EntityId id) {
        return new Cursor(order, List.of(at.toString(), id.value().toString()));
    }
}
