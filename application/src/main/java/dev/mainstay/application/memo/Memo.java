package dev.mainstay.application.memo;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out lately, and could be again: any of it may be forgotten at any time, all the more if several threads remember at once. A
 * set-associative cache: a key's hash names a set of four places, and what comes new pushes out the oldest of its set.
 *
 * <p>A look-up writes nothing. A cache that records each, to know what to keep, took 7 % of the CPU of a warm read for three of them.
 *
 * @param <K> with {@code equals} and {@code hashCode}
 */
public final class Memo<K, V> {

    private static final int WAYS = 4;

    /** The sets one after the other, in each the newest first. */
    private final AtomicReferenceArray<@Nullable Known<K, V>> places;

    private final int sets;

    private record Known<K, V>(K key, int hash, V value) {

        boolean is(K other, int otherHash) {
            return hash == otherHash && key.equals(other);
        }
    }

    /**
     * @param most values to be remembered
     * @throws IllegalArgumentException if they are fewer than four
     */
    public Memo(int most) {
        if (most < WAYS) {
            throw new IllegalArgumentException("a memo needs room for " + WAYS + " values at least, not " + most);
        }
        this.sets = Integer.highestOneBit(most / WAYS);
        this.places = new AtomicReferenceArray<>(sets * WAYS);
    }

    /** What is remembered for the key, else what the function works out, which is remembered unless it throws. */
    public V get(K key, Function<? super K, ? extends V> function) {
        return find(key).orElseGet(() -> {
            V value = function.apply(key);
            remember(key, value);
            return value;
        });
    }

    /** What is remembered for a key that equals this one. */
    public Optional<V> find(K key) {
        int hash = key.hashCode();
        int first = first(hash);
        for (int place = first; place < first + WAYS; place++) {
            @Nullable Known<K, V> known = places.getAcquire(place);
            if (known != null && known.is(key, hash)) {
                return Optional.of(known.value);
            }
        }
        return Optional.empty();
    }

    /** Remembers the value as the newest of its set, in place of an earlier one of the key. */
    public void remember(K key, V value) {
        int hash = key.hashCode();
        int first = first(hash);
        @Nullable Known<K, V> moving = new Known<>(key, hash, Objects.requireNonNull(value));
        for (int place = first; place < first + WAYS; place++) {
            @Nullable Known<K, V> before = places.getAcquire(place);
            places.setRelease(place, moving);
            if (before == null || before.is(key, hash)) {
                return;
            }
            moving = before;
        }
    }

    /** Hashes that differ in their upper bits alone shall not share a set. */
    private int first(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread >>> 16 & sets - 1) * WAYS;
    }
}
