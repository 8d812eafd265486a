package dev.mainstay.http.planner;

import dev.mainstay.domain.refusal.Invalid;
import java.util.List;

/** The items of a JSON array, which may not be null where nothing can be nothing. */
final class Items {

    private Items() {}

    static <T> List<T> of(String field, List<T> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == null) {
                throw new Invalid(field + '[' + i + ']', "missing", "must not be null");
            }
        }
        return items;
    }
}
