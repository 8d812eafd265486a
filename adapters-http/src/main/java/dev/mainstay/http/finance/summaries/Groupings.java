package dev.mainstay.http.finance.summaries;

import dev.mainstay.domain.refusal.Invalid;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of an enum as queries have them, in lower case. */
final class Groupings {

    private Groupings() {}

    static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of that name.
     *
     * @throws Invalid naming the field
     */
    static <E extends Enum<E>> E named(String field, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> nameOf(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        field,
                        "unknown",
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Groupings::nameOf)
                                        .collect(Collectors.joining(", "))));
    }
}
