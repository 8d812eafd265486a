package dev.mainstay.http.paging;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the items, in the order asked for; empty when there are none
 * @param next the cursor of the following part, to be sent as {@code cursor}; absent on the last page
 */
@Serdeable
@Schema(requiredProperties = "items")
public record PageJson<J>(List<J> items, @Nullable String next) {
    public PageJson {
        items = List.copyOf(items);
    }
}
