package dev.mainstay.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain records of any feature as JSON, without their being prepared for it: a record is an object, a record of nothing but a
 * {@code value} is that value (an id), an empty {@link Optional} is null, and what is no structure is its text.
 */
public final class RecordJson {

    private RecordJson() {}

    public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Optional<?> optional -> write(json, optional.orElse(null));
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Collection<?> items -> array(json, items);
            case Map<?, ?> entries -> object(json, entries);
            case Record row -> row(json, row);
            default -> json.writeString(value.toString());
        }
    }

    private static void array(JsonGenerator json, Collection<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            write(json, item);
        }
        json.writeEndArray();
    }

    private static void object(JsonGenerator json, Map<?, ?> entries) throws IOException {
        json.writeStartObject();
        for (var entry : entries.entrySet()) {
            json.writeFieldName(String.valueOf(entry.getKey()));
            write(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void row(JsonGenerator json, Record row) throws IOException {
        RecordComponent[] components = row.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            write(json, value(components[0], row));
            return;
        }
        json.writeStartObject();
        for (RecordComponent component : components) {
            json.writeFieldName(component.getName());
            write(json, value(component, row));
        }
        json.writeEndObject();
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (IllegalAccessException | InvocationTargetException notPlain) {
            throw new IllegalStateException(row.getClass() + " is no plain record", notPlain);
        }
    }
}
