package dev.mainstay.redis.coherence;

import static java.nio.charset.StandardCharsets.US_ASCII;

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
import dev.mainstay.redis.connection.RedisWrites;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The bytes at a view's key: one letter tells VALUE, LEASE and FENCE apart. After a value's come the format, the stamp of
 * its incarnation, the view's schema version, {@code asOf} in microseconds, and the value as JSON.
 */
final class ViewCodec {

    private static final char FORMAT = '1';
    private static final HexFormat HEX = HexFormat.of();
    private static final int STAMP = 16 + 4;
    private static final int HEADER = 2 + STAMP + SchemaVersion.LENGTH + 16;

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
    private final ConcurrentMap<Class<?>, String> schemas = new ConcurrentHashMap<>();
    private final Set<Class<?>> proved = ConcurrentHashMap.newKeySet();

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

    /** The life of Redis that a value belongs to, and how often an operator had dropped its view by then. */
    static String stamp(String marker, int dropped) {
        return marker + HEX.toHexDigits((short) dropped);
    }

    /** When the facts are read, as precisely as it is stored. */
    static Instant asOf(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
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
        byte[] header = ("V" + FORMAT + stamp + schema(view) + HEX.toHexDigits(micros(asOf))).getBytes(US_ASCII);
        byte[] bytes = new byte[header.length + payload.length];
        System.arraycopy(header, 0, bytes, 0, header.length);
        System.arraycopy(payload, 0, bytes, header.length, payload.length);
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
            case 'V' -> value(view, stamp, bytes);
            default -> unusable(bytes);
        };
    }

    private <V> Lying<V> value(CachedView<?, V> view, String stamp, byte[] bytes) {
        String expected = "V" + FORMAT + stamp + schema(view);
        if (bytes.length <= HEADER || !new String(bytes, 0, expected.length(), US_ASCII).equals(expected)) {
            return unusable(bytes);
        }
        try {
            long micros = HexFormat.fromHexDigitsToLong(new String(bytes, HEADER - 16, 16, US_ASCII));
            V value = json.readValue(bytes, HEADER, bytes.length - HEADER, view.type());
            return value == null
                    ? unusable(bytes)
                    : new Lying.Value<>(value, Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
        } catch (IOException | IllegalArgumentException undecodable) {
            return unusable(bytes);
        }
    }

    static <V> Lying<V> unusable(byte[] bytes) {
        return new Lying.Unusable<>(RedisWrites.fingerprint(bytes));
    }

    private String schema(CachedView<?, ?> view) {
        return schemas.computeIfAbsent(view.type(), SchemaVersion::of);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
