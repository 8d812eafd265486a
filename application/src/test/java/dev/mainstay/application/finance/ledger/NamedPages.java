package dev.mainstay.application.finance.ledger;

import dev.mainstay.application.paging.Cursor;
import dev.mainstay.application.paging.Page;
import dev.mainstay.application.paging.PageRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists by name what is in memory, as a database would: by code point, then by id. */
final class NamedPages {

    /** Where something stands. */
    record Place(String key, String id) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparing(
                        (Place place) -> place.key().codePoints().toArray(), Arrays::compare)
                .thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private NamedPages() {}

    static <T> List<T> sorted(Stream<T> all, Function<T, Place> place) {
        return all.sorted(Comparator.comparing(place)).toList();
    }

    static <T> Page<T> page(List<T> sorted, PageRequest page, String order, Function<T, Place> place) {
        var after = page.after();
        var found = sorted.stream()
                .filter(item -> after == null
                        || place.apply(item)
                                        .compareTo(new Place(
                                                after.values().get(0),
                                                after.values().get(1)))
                                > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.of(
                found,
                page.limit(),
                item -> new Cursor(
                        order,
                        List.of(place.apply(item).key(), place.apply(item).id())));
    }
}
