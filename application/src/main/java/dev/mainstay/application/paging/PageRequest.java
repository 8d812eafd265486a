package dev.mainstay.application.paging;

import dev.mainstay.domain.refusal.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit 1 to {@value #MAX_LIMIT}
 * @param after null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /**
     * Checks the limit.
     *
     * @throws Invalid if the limit is out of range
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new Invalid("limit", "out_of_range", "must be 1 to " + MAX_LIMIT + ", was " + limit);
        }
    }
}
