package dev.mainstay.redis.coherence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.Glimpse;
import dev.mainstay.application.memo.Memo;
import dev.mainstay.redis.connection.RedisWrites;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The bytes at a view's key: one letter tells VALUE, LEASE and FENCE apart. */
final class ViewCodec {

    /** Sessions, above all, whose few bytes are asked for with every request. */
    private static final int LARGEST_REMEMBERED = 1024;

    private static final int MOST_REMEMBERED = 32_768;

    private final ObjectMapper json = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule())
            // A record is its components; a method such as isOverdue() is none.
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private final Renderings renderings;
    private final ConcurrentMap<Class<?>, String> schemas = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, Prefix> prefixes = new ConcurrentHashMap<>();
    private final Set<Class<?>> proved = ConcurrentHashMap.newKeySet();

    /** The same bytes, kept as a string of them, are the same value: so a small one that Redis sends again need not be decoded again. */
    private final Memo<String, Object> remembered = new Memo<>(MOST_REMEMBERED);

    ViewCodec() {
        this(new Renderings(List.of()));
    }

    ViewCodec(Renderings renderings) {
        this.renderings = renderings;
    }

    /** What a value that counts begins with. */
    private static final class Prefix {
        private final String stamp;
        private final byte[] bytes;

        Prefix(String stamp, String schema) {
            this.stamp = stamp;
            this.bytes = StoredValue.prefix(stamp, schema);
        }
    }

    /** What lies at a key. */
    sealed interface Lying<V> {
        /** Nothing. */
        record Absent<V>() implements Lying<V> {}

        /** A reader is about to fill it. */
        record Leased<V>() implements Lying<V> {}

        /** A writer is about to commit. */
        record Fenced<V>() implements Lying<V> {}

        /** A value. */
        record Value<V>(V value, Instant asOf) implements Lying<V> {}

        /** Bytes of another release, another incarnation, or nobody's. */
        record Unusable<V>(String fingerprint) implements Lying<V> {}
    }

    /**
     * The bytes of a value. The first of each type is read back, lest a view that cannot be read is stored for ever in vain.
     *
     * @throws IllegalArgumentException if it is no plain record of things that JSON can carry there and back
     */
    <V> byte[] encode(CachedView<?, V> view, String stamp, V value, Instant asOf) {
        byte[] payload;
        try {
            payload = json.writeValueAsBytes(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(view + " cannot be written as JSON", failure);
        }
        byte[] rendered = renderings.of(view, value, asOf);
        byte[] bytes = StoredValue.bytes(prefix(view, stamp), asOf, view.end(value), rendered, payload);
        if (!proved.contains(view.type())) {
            prove(view, stamp, value, bytes);
        }
        return bytes;
    }

    private <V> void prove(CachedView<?, V> view, String stamp, V value, byte[] bytes) {
        if (!(decode(view, stamp, bytes) instanceof Lying.Value<V> back)
                || !back.value().equals(value)) {
            throw new IllegalArgumentException(view + " is not read back as it was written");
        }
        proved.add(view.type());
    }

    <V> Lying<V> decode(CachedView<?, V> view, String stamp, byte[] bytes) {
        return switch (bytes.length == 0 ? ' ' : (char) bytes[0]) {
            case 'L' -> new Lying.Leased<>();
            case 'F' -> new Lying.Fenced<>();
            case StoredValue.LETTER -> value(view, stamp, bytes);
            default -> unusable(bytes);
        };
    }

    private <V> Lying<V> value(CachedView<?, V> view, String stamp, byte[] bytes) {
        return StoredValue.in(bytes, prefix(view, stamp))
                .flatMap(stored -> read(view, stored).<Lying<V>>map(value -> new Lying.Value<>(value, stored.asOf())))
                .orElseGet(() -> unusable(bytes));
    }

    private <V> Optional<V> read(CachedView<?, V> view, StoredValue stored) {
        byte[] bytes = stored.bytes();
        int from = stored.payloadAt();
        try {
            return Optional.ofNullable(json.readValue(bytes, from, bytes.length - from, view.type()));
        } catch (IOException undecodable) {
            return Optional.empty();
        }
    }

    /** The bytes as a hit, if they are a value that counts and that time has not made untrue. */
    <V> Optional<Glimpse<V>> glimpse(CachedView<?, V> view, String stamp, byte[] bytes, Instant now) {
        return StoredValue.in(bytes, prefix(view, stamp))
                .filter(stored -> stored.isGoodAt(now))
                .map(stored -> new Seen<>(view, stored));
    }

    private final class Seen<V> implements Glimpse<V> {
        private final CachedView<?, V> view;
        private final StoredValue stored;

        Seen(CachedView<?, V> view, StoredValue stored) {
            this.view = view;
            this.stored = stored;
        }

        @Override
        public Optional<V> value() {
            if (stored.bytes().length > LARGEST_REMEMBERED) {
                return read(view, stored);
            }
            var all = new String(stored.bytes(), ISO_8859_1);
            return remembered.find(all).<V>map(view.type()::cast).or(() -> {
                Optional<V> value = read(view, stored);
                value.ifPresent(fresh -> remembered.offer(all, fresh));
                return value;
            });
        }

        @Override
        public Optional<byte[]> rendered() {
            return renderings.in(view, stored.bytes(), stored.renderingAt(), stored.payloadAt());
        }

        @Override
        public Instant asOf() {
            return stored.asOf();
        }
    }

    static <V> Lying<V> unusable(byte[] bytes) {
        return new Lying.Unusable<>(RedisWrites.fingerprint(bytes));
    }

    private byte[] prefix(CachedView<?, ?> view, String stamp) {
        var known = prefixes.get(view.type());
        if (known == null || !known.stamp.equals(stamp)) {
            known = new Prefix(stamp, schema(view));
            prefixes.put(view.type(), known);
        }
        return known.bytes;
    }

    private String schema(CachedView<?, ?> view) {
        return schemas.computeIfAbsent(view.type(), SchemaVersion::of);
    }
}
