package dev.mainstay.postgres.sql;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An array as PostgreSQL reads it from text: one parameter, however many values there are. */
public final class ArrayText {

    private ArrayText() {}

    /** Of values whose text needs no quotes: days, instants, numbers, codes. */
    public static String of(Collection<?> values) {
        return of(values, value -> value);
    }

    /** As {@link #of(Collection)}, of one thing about each. */
    public static <T> String of(Collection<T> all, Function<? super T, ?> value) {
        return all.stream().map(each -> value.apply(each).toString()).collect(Collectors.joining(",", "{", "}"));
    }
}
