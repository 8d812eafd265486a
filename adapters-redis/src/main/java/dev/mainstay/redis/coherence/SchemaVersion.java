package dev.mainstay.redis.coherence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** The shape of a view's record as a short hash: what another release stored in another shape is not read (fault 11). */
final class SchemaVersion {

    static final int LENGTH = 16;

    private SchemaVersion() {}

    /** Names and types of all components, all the way down; equal on every machine for equal sources. */
    static String of(Class<?> type) {
        var shape = new StringBuilder();
        describe(type, shape, new HashSet<>());
        return HexFormat.of().formatHex(sha256(shape.toString())).substring(0, LENGTH);
    }

    private static void describe(Type type, StringBuilder shape, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            describe(generic.getRawType(), shape, seen);
            for (Type argument : generic.getActualTypeArguments()) {
                describe(argument, shape.append('<'), seen);
                shape.append('>');
            }
        } else if (type instanceof Class<?> plain) {
            describe(plain, shape, seen);
        } else {
            shape.append(type.getTypeName());
        }
    }

    private static void describe(Class<?> type, StringBuilder shape, Set<Class<?>> seen) {
        shape.append(type.getName());
        if (!seen.add(type)) {
            return;
        }
        if (type.isEnum()) {
            shape.append(Arrays.toString(type.getEnumConstants()));
        } else if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                describe(
                        component.getGenericType(),
                        shape.append(';')
                                .append(Arrays.toString(component.getAnnotations()))
                                .append(component.getName())
                                .append(':'),
                        seen);
            }
            shape.append('.');
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
