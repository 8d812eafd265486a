package dev.mainstay.application.paging;

import java.util.List;

/**
 * A place in an ordered list: the sort values of the last row seen, the unique one last (keyset pagination).
 *
 * @param order the name of the order it was made in; a cursor is worth nothing in another
 * @param values as text; the reader that made it knows their types
 */
public record Cursor(String order, List<String> values) {
    public Cursor {
        values = List.copyOf(values);
    }
}
