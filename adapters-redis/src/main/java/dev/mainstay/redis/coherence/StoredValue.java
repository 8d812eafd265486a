package dev.mainstay.redis.coherence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The bytes of a value. After its letter come the format, the stamp of its incarnation, the view's schema version, {@code asOf} and
 * the value's own end in microseconds, the length of its rendering, its rendering, and the value as JSON.
 */
final class StoredValue {

    static final char LETTER = 'V';

    private static final char FORMAT = '2';
    private static final HexFormat HEX = HexFormat.of();
    private static final int STAMP = 16 + 4;
    private static final int AS_OF = 2 + STAMP + SchemaVersion.LENGTH;
    private static final int END = AS_OF + 16;
    private static final int RENDERED = END + 16;
    private static final int HEADER = RENDERED + 8;

    private final byte[] bytes;

    private StoredValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The life of Redis that a value belongs to, and how often an operator had dropped its view by then. */
    static String stamp(String marker, int dropped) {
        return marker + HEX.toHexDigits((short) dropped);
    }

    /** What a value that counts begins with. */
    static byte[] prefix(String stamp, String schema) {
        return (String.valueOf(LETTER) + FORMAT + stamp + schema).getBytes(US_ASCII);
    }

    /** When the facts are read, as precisely as it is stored. */
    static Instant asOf(Instant now) {
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    static byte[] bytes(byte[] prefix, Instant asOf, Instant end, byte[] rendered, byte[] payload) {
        byte[] numbers = (HEX.toHexDigits(micros(asOf))
                        + HEX.toHexDigits(micros(end))
                        + HEX.toHexDigits(rendered.length))
                .getBytes(US_ASCII);
        return ByteBuffer.allocate(HEADER + rendered.length + payload.length)
                .put(prefix)
                .put(numbers)
                .put(rendered)
                .put(payload)
                .array();
    }

    /** The value that the bytes are, if they are one of this view's shape, of this life of Redis and not dropped since. */
    static Optional<StoredValue> in(byte[] bytes, byte[] prefix) {
        return bytes.length > HEADER
                        && Arrays.equals(bytes, 0, AS_OF, prefix, 0, AS_OF)
                        && isWhole(bytes, number(bytes, RENDERED, HEADER))
                ? Optional.of(new StoredValue(bytes))
                : Optional.empty();
    }

    private static boolean isWhole(byte[] bytes, long rendered) {
        return number(bytes, AS_OF, END) >= 0
                && number(bytes, END, RENDERED) >= 0
                && rendered >= 0
                && HEADER + rendered < bytes.length;
    }

    Instant asOf() {
        return Instant.EPOCH.plus(number(bytes, AS_OF, END), ChronoUnit.MICROS);
    }

    /** Whether time has not made it untrue. */
    boolean isGoodAt(Instant now) {
        return number(bytes, END, RENDERED) > micros(now);
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where its rendering begins. */
    int renderingAt() {
        return HEADER;
    }

    /** Where its rendering ends and its JSON begins. */
    int payloadAt() {
        return HEADER + (int) number(bytes, RENDERED, HEADER);
    }

    /** The hexadecimal digits as a number; -1 if they are none. */
    private static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int index = from; index < to; index++) {
            int digit = Character.digit(bytes[index], 16);
            if (digit < 0) {
                return -1;
            }
            number = (number << 4) | digit;
        }
        return number;
    }

    /** Since the epoch; the last of all for what is further than can be counted. */
    private static long micros(Instant instant) {
        return instant.getEpochSecond() < Long.MAX_VALUE / 1_000_000
                ? ChronoUnit.MICROS.between(Instant.EPOCH, instant)
                : Long.MAX_VALUE;
    }
}
