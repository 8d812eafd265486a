package dev.mainstay.redis.coherence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mainstay.application.coherence.Cached;
import dev.mainstay.application.coherence.CachedView;
import dev.mainstay.application.coherence.CoherenceLedger.Standing;

/** The bytes of a view's VALUE, for tests that store them past the protocol. */
public final class StoredBytes {

    private static final ViewCodec CODEC = new ViewCodec();
    private static final int SCHEMA = "V1".length() + 16 + 4;

    private StoredBytes() {}

    /** As a reader would store what it has loaded. */
    public static <V> byte[] of(CachedView<?, V> view, Standing standing, Cached<V> loaded) {
        String stamp = StoredValue.stamp(
                standing.inForce().marker(), standing.dropped().getOrDefault(view.name(), 0));
        return CODEC.encode(view, stamp, loaded.value(), loaded.asOf());
    }

    public static boolean isValue(byte[] bytes) {
        return bytes.length > SCHEMA + SchemaVersion.LENGTH && bytes[0] == 'V';
    }

    /** A value as it were if the release of this view had stored it. */
    public static byte[] asIfOf(CachedView<?, ?> view, byte[] value) {
        byte[] schema = SchemaVersion.of(view.type()).getBytes(US_ASCII);
        byte[] changed = value.clone();
        System.arraycopy(schema, 0, changed, SCHEMA, schema.length);
        return changed;
    }
}
