package dev.mainstay.application.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the following part starts; null on the last page
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of rows that were read with one more than asked for.
     *
     * @param rows at most {@code limit + 1}, in order
     * @param position where a row stands in the order
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> position) {
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), position.apply(rows.get(limit - 1)));
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
