package dev.mainstay.application.memo;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
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

    /** Of each set the hash of the key that was offered last and had no room. */
    private final AtomicIntegerArray waiting;

    private final int sets;

    /** What lies at a place. What has grown old and is replaced again and again would fill the heap, so only the value is. */
    private static final class Known<K, V> {
        private final K key;
        private final int hash;
        private volatile V value;

        Known(K key, int hash, V value) {
            this.key = key;
            this.hash = hash;
            this.value = value;
        }

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
        this.waiting = new AtomicIntegerArray(sets);
    }

    /** What is remembered for the key, else what the function works out, which is offered unless it throws. */
    public V get(K key, Function<? super K, ? extends V> function) {
        return find(key).orElseGet(() -> {
            V value = function.apply(key);
            offer(key, value);
            return value;
        });
    }

    /**
     * Remembers the value if its set has room, or if nothing else was offered to the full set since the key was. Else what is asked for once in a
     * while would push out what is asked for all the time; and all that is pushed out has grown old, so that the whole heap would be
     * collected every twenty seconds: a quarter of a second each, with 100,000 people who read.
     */
    public void offer(K key, V value) {
        int hash = key.hashCode();
        int first = first(hash);
        boolean hasRoom = places.getAcquire(first + WAYS - 1) == null;
        if (hasRoom || waiting.getPlain(first / WAYS) == hash) {
            remember(key, value);
        } else {
            waiting.setPlain(first / WAYS, hash);
        }
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

    /** Remembers the value in place of an earlier one of the key, else as the newest of its set. */
    public void remember(K key, V value) {
        int hash = key.hashCode();
        int first = first(hash);
        for (int place = first; place < first + WAYS; place++) {
            @Nullable Known<K, V> known = places.getAcquire(place);
            if (known != null && known.is(key, hash)) {
                known.value = Objects.requireNonNull(value);
                return;
            }
        }
        for (int place = first + WAYS - 1; place > first; place--) {
            places.setRelease(place, places.getAcquire(place - 1));
        }
        places.setRelease(first, new Known<>(key, hash, Objects.requireNonNull(value)));
    }

    /** The first place of its set. Hashes that differ in a few bits are spread over all sets by MurmurHash3's finalizer. */
    private int first(int hash) {
        int spread = hash ^ hash >>> 16;
        spread *= 0x85EBCA6B;
        spread ^= spread >>> 13;
        spread *= 0xC2B2AE35;
        spread ^= spread >>> 16;
        return (spread & (sets - 1)) * WAYS;
    }
}
