package dev.mainstay.domain.entity;

/** What a patch says about one field: nothing, or a new value. */
public sealed interface Change<T> {

    T on(T present);

    /** The field stays as it is. */
    record Keep<T>() implements Change<T> {
        @Override
        public T on(T present) {
            return present;
        }
    }

    /** The field gets the value. */
    record To<T>(T value) implements Change<T> {
        @Override
        public T on(T present) {
            return value;
        }
    }
}
